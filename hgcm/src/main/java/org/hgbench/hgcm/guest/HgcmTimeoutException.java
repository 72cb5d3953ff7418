package org.hgbench.hgcm.guest;

/// A guest has waited too long for the host.
public final class HgcmTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1;

  HgcmTimeoutException(String message) {
    super(message);
  }
}
