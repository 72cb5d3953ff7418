package org.hgbench.hgsmi.wire;

/// VirtualBox status codes that HGSMI's host and guest use. Zero and above is success.
///
/// Source: VirtualBox 7.0, include/iprt/err.h.
public final class VboxStatus {
  /// `VINF_SUCCESS`.
  public static final int SUCCESS = 0;

  /// `VERR_INVALID_PARAMETER`.
  public static final int INVALID_PARAMETER = -2;

  /// `VERR_INVALID_POINTER`.
  public static final int INVALID_POINTER = -6;

  /// `VERR_NO_MEMORY`.
  public static final int NO_MEMORY = -8;

  /// `VERR_NOT_IMPLEMENTED`.
  public static final int NOT_IMPLEMENTED = -12;

  /// `VERR_WRONG_ORDER`.
  public static final int WRONG_ORDER = -22;

  /// `VERR_INVALID_FUNCTION`.
  public static final int INVALID_FUNCTION = -36;

  /// `VERR_NOT_SUPPORTED`.
  public static final int NOT_SUPPORTED = -37;

  /// `VERR_ACCESS_DENIED`.
  public static final int ACCESS_DENIED = -38;

  /// `VERR_TOO_MUCH_DATA`.
  public static final int TOO_MUCH_DATA = -42;

  /// `VERR_INVALID_STATE`.
  public static final int INVALID_STATE = -79;

  /// `VERR_ALREADY_EXISTS`.
  public static final int ALREADY_EXISTS = -105;

  private VboxStatus() {}

  /// Whether `status` reports a failure.
  public static boolean isFailure(int status) {
    return status < 0;
  }

  /// The name of a status without its `VERR_`, for messages; the number if it is none of these.
  public static String name(int status) {
    return switch (status) {
      case SUCCESS -> "SUCCESS";
      case INVALID_PARAMETER -> "INVALID_PARAMETER";
      case INVALID_POINTER -> "INVALID_POINTER";
      case NO_MEMORY -> "NO_MEMORY";
      case NOT_IMPLEMENTED -> "NOT_IMPLEMENTED";
      case WRONG_ORDER -> "WRONG_ORDER";
      case INVALID_FUNCTION -> "INVALID_FUNCTION";
      case NOT_SUPPORTED -> "NOT_SUPPORTED";
      case ACCESS_DENIED -> "ACCESS_DENIED";
      case TOO_MUCH_DATA -> "TOO_MUCH_DATA";
      case INVALID_STATE -> "INVALID_STATE";
      case ALREADY_EXISTS -> "ALREADY_EXISTS";
      default -> Integer.toString(status);
    };
  }
}
