package org.hgbench.harness.duet;

/// A line that is no message, or a message without what it must carry.
final class ProtocolException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /// @param code what an agent reports: `syntax`, `state` or `value`
  /// @param sentence what is wrong
  ProtocolException(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  String code() {
    return code;
  }
}
