package org.hgbench.hgcm.guest;

/// The host has refused something that a driver cannot do without.
public final class HgcmException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  HgcmException(String what, int status) {
    super("%s: status=%d".formatted(what, status));
    this.status = status;
  }

  /// What the host said; see [org.hgbench.hgcm.wire.Status].
  public int status() {
    return status;
  }
}
