package org.hgbench.harness.link;

/// Whether every byte arrived as it was sent.
///
/// @param ok whether it did
/// @param detail what differed, empty if nothing
public record Verification(boolean ok, String detail) {
  /// Every byte arrived.
  public static final Verification OK = new Verification(true, "");

  /// Compares the host's account with the guest's.
  static Verification of(
      long sentCount, long sentSum, long receivedCount, long receivedSum, long wrongAnswers) {
    if (sentCount == receivedCount && sentSum == receivedSum && wrongAnswers == 0) {
      return OK;
    }
    return new Verification(
        false,
        "sent=%d sum=0x%x, received=%d sum=0x%x, wrong answers=%d"
            .formatted(sentCount, sentSum, receivedCount, receivedSum, wrongAnswers));
  }
}
