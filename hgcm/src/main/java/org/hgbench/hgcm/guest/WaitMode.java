package org.hgbench.hgcm.guest;

/// How a guest waits for the end of a call.
public enum WaitMode {
  /// Its vCPU halts until the interrupt. What a driver does.
  IRQ,
  /// It looks at the request again and again, and no interrupt is taken.
  POLL
}
