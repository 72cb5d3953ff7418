package org.hgbench.machine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OperationSequencesTest {
  @Test
  void reportsTheShortestSequenceThatFails() {
    Supplier<OperationSequences.Subject> adds =
        () ->
            new OperationSequences.Subject() {
              private int sevens;

              @Override
              public void apply(int operation) {
                sevens += operation % 10 == 7 ? 1 : 0;
                if (sevens == 3) {
                  throw new AssertionError("three");
                }
              }

              @Override
              public String describe(int operation) {
                return "add " + operation % 10;
              }
            };

    assertThatThrownBy(() -> OperationSequences.check(5, 1000, adds))
        .isInstanceOf(AssertionError.class)
        .hasRootCauseMessage("three")
        .message()
        .isEqualToNormalizingNewlines(
            "seed 5, the shortest sequence that fails:\n  add 7\n  add 7\n  add 7");
  }
}
