package org.hgbench.hgcm.service.property;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.hgbench.hgcm.wire.Status;

/// All properties by name, and their latest changes in the order in which they happened.
final class PropertyStore {
  static final int MAX_PROPERTIES = 256;
  static final int MAX_CHANGES = 256;

  private final Map<String, Property> properties = new TreeMap<>();
  private final Deque<Property> changes = new ArrayDeque<>();
  private long lastTimestamp;

  /// A property, or null.
  Property get(String name) {
    return properties.get(name);
  }

  /// All properties with a name that matches, by name.
  List<Property> matching(Pattern pattern) {
    return properties.values().stream().filter(p -> pattern.matches(p.name())).toList();
  }

  /// Sets a property.
  int set(String name, String value, String flags) {
    if (!properties.containsKey(name) && properties.size() == MAX_PROPERTIES) {
      return Status.TOO_MUCH_DATA;
    }
    Property property = new Property(name, value, timestamp(), flags);
    properties.put(name, property);
    changed(property);
    return Status.SUCCESS;
  }

  /// Deletes a property, if there is one. The change has no value.
  void delete(String name) {
    if (properties.remove(name) != null) {
      changed(new Property(name, "", timestamp(), ""));
    }
  }

  /// The first change after a time whose name matches, or null.
  Property changeAfter(long timestamp, Pattern pattern) {
    return changes.stream()
        .filter(change -> change.timestamp() > timestamp && pattern.matches(change.name()))
        .findFirst()
        .orElse(null);
  }

  /// Whether a change of that very time is remembered.
  boolean remembers(long timestamp) {
    return changes.stream().anyMatch(change -> change.timestamp() == timestamp);
  }

  /// The latest change.
  Property lastChange() {
    return changes.getLast();
  }

  private void changed(Property property) {
    if (changes.size() == MAX_CHANGES) {
      changes.removeFirst();
    }
    changes.addLast(property);
  }

  private long timestamp() {
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    lastTimestamp = Math.max(now, lastTimestamp + 1);
    return lastTimestamp;
  }
}
