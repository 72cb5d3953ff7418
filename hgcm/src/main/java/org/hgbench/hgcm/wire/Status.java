package org.hgbench.hgcm.wire;

/// Status codes as they appear in `rc` and `result`: negative is an error, 0 and above is not.
///
/// Source: VirtualBox 7.0, include/VBox/err.h and include/iprt/err.h, VERR_* and VINF_*.
public final class Status {
  /// Done.
  public static final int SUCCESS = 0;

  /// What a driver puts into `rc` before it submits.
  public static final int GENERAL_FAILURE = -1;

  /// A number makes no sense.
  public static final int INVALID_PARAMETER = -2;

  /// No such open object.
  public static final int INVALID_HANDLE = -4;

  /// An address makes no sense.
  public static final int INVALID_POINTER = -6;

  /// A budget or the host's memory is used up.
  public static final int NO_MEMORY = -8;

  /// The host's user may not.
  public static final int PERMISSION_DENIED = -10;

  /// The two sides speak different versions.
  public static final int VERSION_MISMATCH = -11;

  /// The host does not know this request or function.
  public static final int NOT_IMPLEMENTED = -12;

  /// Undefined or missing flag bits.
  public static final int INVALID_FLAGS = -13;

  /// Something else has to come first.
  public static final int WRONG_ORDER = -22;

  /// No such function.
  public static final int INVALID_FUNCTION = -36;

  /// Not now, or not in this size.
  public static final int NOT_SUPPORTED = -37;

  /// Not allowed.
  public static final int ACCESS_DENIED = -38;

  /// A wait was interrupted.
  public static final int INTERRUPTED = -39;

  /// A wait took too long.
  public static final int TIMEOUT = -40;

  /// The buffer is too small for the answer.
  public static final int BUFFER_OVERFLOW = -41;

  /// More data than fits.
  public static final int TOO_MUCH_DATA = -42;

  /// Ask again.
  public static final int TRY_AGAIN = -52;

  /// A number beyond the permitted range.
  public static final int OUT_OF_RANGE = -54;

  /// A string is not UTF-8.
  public static final int INVALID_UTF8_ENCODING = -61;

  /// The call was cancelled.
  public static final int CANCELLED = -70;

  /// There is no such thing.
  public static final int NOT_FOUND = -78;

  /// Not in this state.
  public static final int INVALID_STATE = -79;

  /// Too many of something.
  public static final int OUT_OF_RESOURCES = -80;

  /// No such file.
  public static final int FILE_NOT_FOUND = -102;

  /// A directory on the way does not exist.
  public static final int PATH_NOT_FOUND = -103;

  /// It exists already.
  public static final int ALREADY_EXISTS = -105;

  /// Somebody else has it.
  public static final int RESOURCE_BUSY = -138;

  /// The end of a directory.
  public static final int NO_MORE_FILES = -201;

  /// The host made a mistake.
  public static final int INTERNAL_ERROR = -225;

  /// The semaphore is gone.
  public static final int SEM_DESTROYED = -363;

  /// The machine was restored from a saved state.
  public static final int VM_RESTORED = -1025;

  /// A message is not the one that was asked for.
  public static final int MISMATCH = -22408;

  /// A function takes another number of parameters.
  public static final int WRONG_PARAMETER_COUNT = -22415;

  /// A function takes parameters of other types.
  public static final int WRONG_PARAMETER_TYPE = -22416;

  /// No such service.
  public static final int HGCM_SERVICE_NOT_FOUND = -2900;

  /// Taken; the result comes later.
  public static final int HGCM_ASYNC_EXECUTE = 2903;

  /// The call machinery failed.
  public static final int HGCM_INTERNAL = -2904;

  /// No such client.
  public static final int HGCM_INVALID_CLIENT_ID = -2905;

  /// The service has all the clients it may have.
  public static final int HGCM_TOO_MANY_CLIENTS = -2908;

  /// The client has all the calls in flight it may have.
  public static final int HGCM_TOO_MANY_CLIENT_CALLS = -2909;

  private Status() {}

  /// Whether a code reports an error.
  public static boolean isFailure(int status) {
    return status < 0;
  }
}
