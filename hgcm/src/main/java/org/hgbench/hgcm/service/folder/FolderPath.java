package org.hgbench.hgcm.service.folder;

import java.util.ArrayList;
import java.util.List;

/// A path below a folder's root, as the names on the way; none for the root itself.
///
/// @param names the names, none of them empty, `.` or `..`
record FolderPath(List<String> names) {
  /// The path that a guest wrote, or null if it tries to go up.
  static FolderPath of(String text) {
    List<String> names = new ArrayList<>();
    for (String name : text.split("/")) {
      if (name.equals("..")) {
        return null;
      }
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return new FolderPath(List.copyOf(names));
  }

  boolean isRoot() {
    return names.isEmpty();
  }

  String last() {
    return names.getLast();
  }

  FolderPath parent() {
    return new FolderPath(names.subList(0, names.size() - 1));
  }
}
