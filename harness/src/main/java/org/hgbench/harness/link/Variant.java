package org.hgbench.harness.link;

/// Which realisation of a workload on a transport.
///
/// | name | workload | transport | what |
/// |---|---|---|---|
/// | `default` | all | both | what Linux's driver does |
/// | `embedded`, `contiguous`, `no-bounce` | write, read | hgcm | how the buffer is passed; the default is a page list |
/// | `every-K` | stream | both | hgsmi: one doorbell, hgcm: one call for K records |
/// | `refresh` | stream | hgsmi | no doorbell: a thread of the host looks at the ring all the time |
/// | `other-driver` | stream | hgsmi | another display driver behind the device, which copies each record |
/// | `port` | event | hgsmi | the guest polls the port instead of the flags |
///
/// @param name as above
public record Variant(String name) {
  /// What Linux's driver does.
  public static final String DEFAULT = "default";

  private static final String EVERY = "every-";
  private static final int MOST_RECORDS = 1024;

  /// K of `every-K`, else 1.
  public int batch() {
    if (!name.startsWith(EVERY)) {
      return 1;
    }
    try {
      return Integer.parseInt(name.substring(EVERY.length()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /// Whether it is `every-K`.
  public boolean isBatched() {
    return name.startsWith(EVERY);
  }

  /// Whether a thread of the host looks at the ring all the time.
  public boolean isRefreshed() {
    return name.equals("refresh");
  }

  /// The display driver behind the device.
  public String displayDriver() {
    return name.equals("other-driver") ? "recording" : "counting";
  }

  /// What is wrong with it, or null.
  String refusal(Workload workload, String transport) {
    boolean hgcm = transport.equals("hgcm");
    boolean exists =
        switch (name) {
          case DEFAULT -> true;
          case "embedded", "contiguous", "no-bounce" ->
              hgcm && (workload == Workload.WRITE || workload == Workload.READ);
          case "refresh", "other-driver" -> !hgcm && workload == Workload.STREAM;
          case "port" -> !hgcm && workload == Workload.EVENT;
          default -> isBatched() && workload == Workload.STREAM;
        };
    if (!exists) {
      return "%s on %s has no variant '%s'; it has %s"
          .formatted(workload.label(), transport, name, variants(workload, hgcm));
    }
    if (isBatched() && (batch() < 2 || batch() > MOST_RECORDS)) {
      return "variant '%s': K of every-K is a number from 2 to %d".formatted(name, MOST_RECORDS);
    }
    return null;
  }

  private static String variants(Workload workload, boolean hgcm) {
    return switch (workload.kind()) {
      case WRITE, READ -> hgcm ? "default, embedded, contiguous, no-bounce" : DEFAULT;
      case STREAM -> hgcm ? "default, every-K" : "default, every-K, refresh, other-driver";
      case EVENT -> hgcm ? DEFAULT : "default, port";
      default -> DEFAULT;
    };
  }
}
