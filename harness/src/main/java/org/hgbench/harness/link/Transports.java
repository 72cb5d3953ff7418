package org.hgbench.harness.link;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// The transports: the suite's own and those of plug-ins.
public final class Transports {
  /// The suite's own; `none` is the control.
  public static final List<String> OWN = List.of("none", "hgsmi", "hgcm");

  private static final String NAME = "[a-z][a-z0-9-]{0,20}";

  private Transports() {}

  /// The names of all.
  public static List<String> names() {
    List<String> names = new ArrayList<>(OWN);
    ServiceLoader.load(TransportProvider.class).forEach(provider -> names.add(provider.name()));
    return names;
  }

  /// The plug-in's transport of this name, or null if no plug-in brings it.
  static TransportProvider plugin(String name) {
    for (TransportProvider provider : ServiceLoader.load(TransportProvider.class)) {
      if (provider.name().equals(name) && !OWN.contains(name)) {
        return provider;
      }
    }
    return null;
  }

  /// Rejects a transport whose name cannot be told from others or stand in a file name.
  ///
  /// @throws IllegalArgumentException with a sentence that says why
  public static void requireGoodName(TransportProvider provider) {
    if (OWN.contains(provider.name())) {
      throw new IllegalArgumentException(
          "the transport %s is the suite's".formatted(provider.name()));
    }
    requireGoodName("transport", provider.name());
  }

  /// Rejects a workload whose name cannot be told from others or stand in a file name.
  ///
  /// @throws IllegalArgumentException with a sentence that says why
  public static void requireGoodName(WorkloadProvider provider) {
    if (Workload.OWN.stream().anyMatch(own -> own.label().equals(provider.name()))) {
      throw new IllegalArgumentException(
          "the workload %s is the suite's".formatted(provider.name()));
    }
    requireGoodName("workload", provider.name());
  }

  private static void requireGoodName(String what, String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "a %s's name is lower-case letters, digits and hyphens, not '%s'".formatted(what, name));
    }
  }
}
