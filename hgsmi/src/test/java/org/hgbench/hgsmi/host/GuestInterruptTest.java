package org.hgbench.hgsmi.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hgbench.hgsmi.Vram;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestInterruptTest {
  private final Vram vram = new Vram(4096);
  private final List<String> seen = new ArrayList<>();
  private final InterruptLine line =
      new InterruptLine(
          0,
          new InterruptController() {
            @Override
            public void raised(InterruptLine line) {
              seen.add("raised");
            }

            @Override
            public void lowered(InterruptLine line) {
              seen.add("lowered");
            }
          });
  private final GuestFlags location = new GuestFlags(vram.memory());
  private final GuestInterrupt interrupt = new GuestInterrupt(line, location);
  private final HostFlags flags = HostFlags.atEndOf(vram.memory());

  @AfterEach
  void unmap() {
    vram.close();
  }

  @Test
  void raisesTheLineWithItsReasonAndLowersItWhenAcknowledged() {
    locate();
    interrupt.raise(HostFlags.HOTPLUG);
    assertThat(flags.read()).isEqualTo(HostFlags.IRQ | HostFlags.HOTPLUG);
    assertThat(line.isHigh()).isTrue();
    interrupt.acknowledge();
    assertThat(flags.read()).isZero();
    assertThat(seen).containsExactly("raised", "lowered");
  }

  @Test
  void keepsFurtherReasonsUntilTheAcknowledgementAndThenTheLineHigh() {
    locate();
    interrupt.raise(HostFlags.VSYNC);
    interrupt.raise(HostFlags.HOTPLUG);
    assertThat(flags.read()).isEqualTo(HostFlags.IRQ | HostFlags.VSYNC);
    interrupt.acknowledge();
    assertThat(flags.isSet(HostFlags.HOTPLUG)).isTrue();
    assertThat(flags.isSet(HostFlags.IRQ)).isTrue();
    assertThat(line.isHigh()).isTrue();
    interrupt.acknowledge();
    assertThat(flags.read()).isZero();
    assertThat(seen).containsExactly("raised", "lowered");
  }

  @Test
  void leavesOtherFlagsAlone() {
    locate();
    flags.set(HostFlags.COMMANDS_PENDING | HostFlags.GUEST_COMMAND_COMPLETED);
    interrupt.raise(0);
    interrupt.acknowledge();
    assertThat(flags.read())
        .isEqualTo(HostFlags.COMMANDS_PENDING | HostFlags.GUEST_COMMAND_COMPLETED);
  }

  @Test
  void anAcknowledgementOfNothingChangesNothing() {
    locate();
    interrupt.acknowledge();
    assertThat(flags.read()).isZero();
    assertThat(seen).isEmpty();
    interrupt.raise(0);
    assertThat(line.isHigh()).isTrue();
  }

  @Test
  void raisesNothingBeforeTheGuestHasSaidWhereTheFlagsAre() {
    interrupt.raise(HostFlags.HOTPLUG);
    interrupt.acknowledge();
    assertThat(seen).isEmpty();
    assertThat(flags.read()).isZero();
  }

  @Test
  void forgetsTheFlagsAndLowersTheLineWhenItIsReset() {
    locate();
    interrupt.raise(HostFlags.VSYNC);
    interrupt.raise(HostFlags.HOTPLUG);
    interrupt.reset();
    assertThat(flags.read()).isZero();
    assertThat(location.areLocated()).isFalse();
    assertThat(seen).containsExactly("raised", "lowered");
    locate();
    interrupt.raise(0);
    interrupt.acknowledge();
    assertThat(flags.read()).isZero();
  }

  @Test
  void acceptsOnlyTheEndOfVramForTheFlags() {
    assertThat(location.locate(4080, 15)).isFalse();
    assertThat(location.locate(4080, 17)).isFalse();
    assertThat(location.locate(4079, 16)).isFalse();
    assertThat(location.locate(4081, 16)).isFalse();
    assertThat(location.locate(0xFFFFFFF8L, 16)).isFalse();
    assertThat(location.areLocated()).isFalse();
    assertThat(location.locate(4080, 16)).isTrue();
    assertThat(location.locate(4079, 16)).isFalse();
    assertThat(location.areLocated()).isTrue();
  }

  @Test
  void aGuestThatScribblesOverTheFlagsHarmsOnlyItself() {
    locate();
    Random random = new Random(20);
    for (int i = 0; i < 5_000; i++) {
      switch (random.nextInt(3)) {
        case 0 -> vram.memory().u32(4080, random.nextInt());
        case 1 -> interrupt.raise(random.nextInt(0x80));
        default -> interrupt.acknowledge();
      }
    }
    vram.memory().u32(4080, 0);
    interrupt.acknowledge();
    interrupt.acknowledge();
    interrupt.raise(HostFlags.HOTPLUG);
    assertThat(line.isHigh()).isTrue();
    assertThat(flags.read()).isEqualTo(HostFlags.IRQ | HostFlags.HOTPLUG);
  }

  private void locate() {
    assertThat(location.locate(4080, HostFlags.SIZE)).isTrue();
  }
}
