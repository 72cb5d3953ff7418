package org.hgbench.hgcm.wire;

/// Who asks, as a guest driver says it in each request.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDevCoreTypes.h, VMMDEV_REQUESTOR_*.
public final class Requestor {
  /// The guest does not say.
  public static final int LEGACY = 0xFFFF_FFFF;

  /// Another driver in the guest's kernel: what Linux's vboxsf sends.
  public static final int OTHER_DRIVER = 2;

  /// Root, from user mode.
  public static final int ROOT = 3 | 8;

  /// An ordinary user, from user mode.
  public static final int USER = 6 | 8;

  private static final int CLASS = 0x7;

  /// Whose budget and limits a request counts against.
  public enum Pool {
    /// Drivers, and guests that do not say.
    KERNEL,
    /// Root and the system's own processes.
    ROOT,
    /// Everybody else.
    USER
  }

  private static final Pool[] POOLS = {
    Pool.KERNEL, Pool.KERNEL, Pool.KERNEL, Pool.ROOT, Pool.ROOT, Pool.USER, Pool.USER, Pool.USER
  };

  private Requestor() {}

  /// The pool that a requestor counts against.
  public static Pool pool(int requestor) {
    return requestor == LEGACY ? Pool.KERNEL : POOLS[requestor & CLASS];
  }
}
