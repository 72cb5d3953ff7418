package org.hgbench.machine.os;

/// Numbers and offsets of the kernel's system call filters.
///
/// Source: `linux/seccomp.h`, `linux/filter.h`, `linux/audit.h` and `linux/prctl.h`.
public final class SeccompHeader {
  /// `PR_SET_NO_NEW_PRIVS`: needed to install a filter without privilege.
  public static final int PR_SET_NO_NEW_PRIVS = 38;

  /// `SECCOMP_SET_MODE_FILTER`.
  public static final int SET_MODE_FILTER = 1;

  /// `SECCOMP_FILTER_FLAG_SPEC_ALLOW`: leaves speculative store bypass as it is.
  public static final int FLAG_SPEC_ALLOW = 1 << 2;

  /// `SECCOMP_FILTER_FLAG_NEW_LISTENER`: the call returns the descriptor of the notifications.
  public static final int FLAG_NEW_LISTENER = 1 << 3;

  /// `SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV` (Linux 5.19): a signal in the middle of a trap does
  /// not begin it again.
  public static final int FLAG_WAIT_KILLABLE_RECV = 1 << 5;

  /// `SECCOMP_RET_USER_NOTIF`.
  public static final int RET_USER_NOTIF = 0x7FC0_0000;

  /// `SECCOMP_RET_ALLOW`.
  public static final int RET_ALLOW = 0x7FFF_0000;

  /// `SECCOMP_IOCTL_NOTIF_RECV`: fills a zeroed `struct seccomp_notif`.
  public static final long NOTIF_RECV = 0xC050_2100L;

  /// `SECCOMP_IOCTL_NOTIF_SEND`: takes a `struct seccomp_notif_resp`.
  public static final long NOTIF_SEND = 0xC018_2101L;

  /// `SECCOMP_IOCTL_NOTIF_SET_FLAGS` (Linux 6.6).
  public static final long NOTIF_SET_FLAGS = 0x4008_2104L;

  /// `SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP`: wakes the other side on this side's processor.
  public static final int SYNC_WAKE_UP = 1;

  /// `AUDIT_ARCH_X86_64`.
  public static final int AUDIT_ARCH_X86_64 = 0xC000_003E;

  /// `BPF_LD | BPF_W | BPF_ABS`.
  public static final int LOAD_WORD = 0x20;

  /// `BPF_JMP | BPF_JEQ | BPF_K`.
  public static final int JUMP_IF_EQUAL = 0x15;

  /// `BPF_RET | BPF_K`.
  public static final int RETURN = 0x06;

  /// Offset of the call's number in `struct seccomp_data`.
  public static final int DATA_NUMBER = 0;

  /// Offset of the architecture in `struct seccomp_data`.
  public static final int DATA_ARCHITECTURE = 4;

  /// Size of `struct seccomp_notif`.
  public static final int NOTIF_BYTES = 80;

  /// Offset of its cookie.
  public static final int NOTIF_ID = 0;

  /// Offset of the first argument of the call, in `struct seccomp_notif`.
  public static final int NOTIF_ARGUMENTS = 16 + 16;

  /// Size of `struct seccomp_notif_resp`.
  public static final int RESPONSE_BYTES = 24;

  /// Offset of its cookie.
  public static final int RESPONSE_ID = 0;

  /// Offset of the call's result.
  public static final int RESPONSE_VALUE = 8;

  private SeccompHeader() {}
}
