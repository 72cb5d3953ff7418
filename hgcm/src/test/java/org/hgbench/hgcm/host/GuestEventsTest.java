package org.hgbench.hgcm.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgcm.wire.Event;
import org.hgbench.hgcm.wire.MaskChange;
import org.hgbench.hgcm.wire.VmmDevMemory;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.Test;

class GuestEventsTest {
  private static final int MOUSE = Event.MOUSE_POSITION_CHANGED;

  private final VmmDevMemory shared = new VmmDevMemory(GuestMemory.allocate(4096));
  private int interrupts;
  private final InterruptLine line =
      new InterruptLine(
          0,
          new InterruptController() {
            @Override
            public void raised(InterruptLine raised) {
              interrupts++;
            }

            @Override
            public void lowered(InterruptLine lowered) {}
          });
  private final GuestEvents events = new GuestEvents(shared, line);

  @Test
  void anEventThatTheGuestDoesNotWantWaitsUntilItDoes() {
    events.raise(MOUSE);
    expect(0, false);
    filter(Event.HGCM, 0);
    expect(0, false);
    filter(MOUSE, 0);
    expect(1, true);
    assertThat(events.acknowledge()).isEqualTo(MOUSE);
    expect(1, false);
    assertThat(events.acknowledge()).isZero();
  }

  @Test
  void eventsThatArriveBeforeTheAcknowledgementShareAnInterrupt() {
    filter(Event.HGCM | MOUSE, 0);
    events.raise(Event.HGCM);
    events.raise(MOUSE);
    events.raise(Event.HGCM);
    expect(1, true);
    assertThat(events.acknowledge()).isEqualTo(Event.HGCM | MOUSE);
    events.raise(MOUSE);
    expect(2, true);
  }

  @Test
  void aFilterThatChangesMeanwhileWaitsForTheAcknowledgement() {
    filter(MOUSE, 0);
    events.raise(MOUSE | Event.RESTORED);
    filter(Event.RESTORED, MOUSE);
    expect(1, true);
    assertThat(events.acknowledge()).isEqualTo(Event.RESTORED);
    expect(1, false);
    // The mouse's event is still there, and told as soon as the guest wants it again.
    filter(MOUSE, 0);
    expect(2, true);
    assertThat(events.acknowledge()).isEqualTo(MOUSE);
  }

  @Test
  void whatIsToldAlwaysIsToldWhateverTheFilterSays() {
    events.raise(Event.HGCM);
    expect(0, false);
    events.always(Event.HGCM);
    expect(1, true);
    events.always(Event.HGCM);
    expect(1, true);
    assertThat(events.acknowledge()).isEqualTo(Event.HGCM);
    filter(0, -1);
    events.raise(Event.HGCM);
    expect(2, true);
  }

  @Test
  void whatBecomesToldAlwaysAddsNoInterruptToOne() {
    filter(MOUSE, 0);
    events.raise(MOUSE | Event.HGCM);
    events.always(Event.HGCM);
    expect(1, true);
    assertThat(events.acknowledge()).isEqualTo(MOUSE | Event.HGCM);
  }

  @Test
  void aResetForgetsEverything() {
    events.always(Event.HGCM);
    events.raise(Event.HGCM);
    events.reset();
    expect(1, false);
    events.raise(Event.HGCM);
    expect(1, false);
    assertThat(events.acknowledge()).isZero();
  }

  private void filter(int orMask, int notMask) {
    MaskChange change = new MaskChange(GuestMemory.allocate(MaskChange.SIZE), 0);
    change.write(orMask, notMask);
    events.changeFilter(change);
  }

  private void expect(int count, boolean announced) {
    assertThat(interrupts).isEqualTo(count);
    assertThat(line.isHigh()).isEqualTo(announced);
    assertThat(shared.haveEvents()).isEqualTo(announced);
  }
}
