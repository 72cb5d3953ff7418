package org.hgbench.harness.link;

/// Which realisation of a workload on a transport.
///
/// | name | workload | transport | what |
/// |---|---|---|---|
/// | `default` | all | both | what Linux's driver does |
/// | `embedded`, `contiguous`, `no-bounce` | write, read | hgcm | how the buffer is passed; the default is a page list |
///
/// @param name as above
public record Variant(String name) {
  /// What Linux's driver does.
  public static final String DEFAULT = "default";

  /// What is wrong with it, or null.
  String refusal(Workload workload, String transport) {
    boolean hgcm = transport.equals("hgcm");
    boolean exists =
        switch (name) {
          case DEFAULT -> true;
          case "embedded", "contiguous", "no-bounce" ->
              hgcm && (workload == Workload.WRITE || workload == Workload.READ);
          default -> false;
        };
    if (!exists) {
      return "%s on %s has no variant '%s'; it has %s"
          .formatted(workload.label(), transport, name, variants(workload, hgcm));
    }
    return null;
  }

  private static String variants(Workload workload, boolean hgcm) {
    return switch (workload) {
      case WRITE, READ -> hgcm ? "default, embedded, contiguous, no-bounce" : DEFAULT;
      default -> DEFAULT;
    };
  }
}
