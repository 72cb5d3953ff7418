package org.hgbench.machine.interrupt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptLineTest {
  private final List<String> seen = new ArrayList<>();
  private final InterruptController controller =
      new InterruptController() {
        @Override
        public void raised(InterruptLine line) {
          seen.add("raised " + line.number());
        }

        @Override
        public void lowered(InterruptLine line) {
          seen.add("lowered " + line.number());
        }
      };

  @Test
  void tellsTheControllerOnlyWhenItsLevelChanges() {
    InterruptLine line = new InterruptLine(3, controller);
    line.lower();
    line.raise();
    line.raise();
    assertThat(line.isHigh()).isTrue();
    line.lower();
    line.lower();
    assertThat(line.isHigh()).isFalse();
    line.raise();

    assertThat(seen).containsExactly("raised 3", "lowered 3", "raised 3");
  }

  @Test
  void refusesNumbersThatTheControllerDoesNotHave() {
    assertThatThrownBy(() -> new InterruptLine(InterruptController.LINES, controller))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such interrupt line: number=8, there are 8");
    assertThatThrownBy(() -> new InterruptLine(-1, controller))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
