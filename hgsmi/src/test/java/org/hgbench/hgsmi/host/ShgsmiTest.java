package org.hgbench.hgsmi.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgsmi.VgaMachine;
import org.hgbench.hgsmi.guest.VideoCommands;
import org.hgbench.hgsmi.wire.BufferHeader;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostCommand;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.hgsmi.wire.InfoCaps;
import org.hgbench.hgsmi.wire.ShgsmiCompletion;
import org.hgbench.hgsmi.wire.ShgsmiHeader;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaCommand;
import org.hgbench.hgsmi.wire.VdmaCommand;
import org.hgbench.hgsmi.wire.VdmaControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Guest commands that complete at once or later.
class ShgsmiTest {
  private static final int HEAP = 0x40000;
  private static final int BUFFER = 0x100;
  private static final long DATA = HgsmiBuffer.dataAt(BUFFER);
  private static final int COMMAND_SIZE = ShgsmiHeader.SIZE + VdmaCommand.SIZE;

  private final VgaMachine machine = new VgaMachine();
  private final VideoCommands guest = new VideoCommands(machine.guest());
  private final HostFlags flags = HostFlags.atEndOf(machine.vram());

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void theCopyEngineRefusesEveryCommandAtOnce() {
    guest.reportFlagsLocation();
    assertThat(sendCopy(0)).isZero();
    assertThat(VdmaCommand.result(machine.vram(), DATA + ShgsmiHeader.SIZE))
        .isEqualTo(VboxStatus.NOT_IMPLEMENTED);
    assertThat(flags.read()).isZero();
    assertThat(machine.vcpu().in(HgsmiPorts.GUEST)).isEqualTo(HgsmiPorts.VOID);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 0", "4, -37", "0, -37", "-1, -37"})
  void theCopyEngineIsControlled(int type, int result) {
    machine.vram().clear(DATA, 64);
    new VdmaControl(type, 0, 77).write(machine.vram(), DATA + ShgsmiHeader.SIZE);
    int size = ShgsmiHeader.SIZE + VdmaControl.SIZE;
    assertThat(machine.submit(BUFFER, size, Channel.VBVA, VbvaCommand.VDMA_CTL)).isZero();
    assertThat(VdmaControl.read(machine.vram(), DATA + ShgsmiHeader.SIZE).result())
        .isEqualTo(result);
  }

  @Test
  void aForcedCompletionIsReadFromThePortByAGuestThatCan() {
    guest.reportFlagsLocation();
    guest.capabilities(InfoCaps.COMPLETE_BY_READ);
    sendCopy(ShgsmiHeader.GUEST_FORCE | ShgsmiHeader.GUEST_ASYNCHRONOUS_IRQ);
    assertThat(ShgsmiHeader.read(machine.vram(), DATA).flags())
        .isEqualTo(
            ShgsmiHeader.GUEST_FORCE
                | ShgsmiHeader.GUEST_ASYNCHRONOUS_IRQ
                | ShgsmiHeader.HOST_ASYNCHRONOUS);
    assertThat(flags.read()).isEqualTo(HostFlags.GUEST_COMMAND_COMPLETED | HostFlags.IRQ);

    assertThat(machine.vcpu().in(HgsmiPorts.GUEST)).isEqualTo(BUFFER);
    assertThat(flags.read()).isEqualTo(HostFlags.IRQ);
    assertThat(machine.vcpu().in(HgsmiPorts.GUEST)).isEqualTo(HgsmiPorts.VOID);
    machine.vcpu().out(HgsmiPorts.HOST, HgsmiPorts.VOID);
    assertThat(flags.read()).isZero();
  }

  @Test
  void aForcedCompletionComesAsAHostCommandOtherwise() {
    guest.reportFlagsLocation();
    guest.hostHeap(HEAP, 4096);
    sendCopy(ShgsmiHeader.GUEST_FORCE);
    assertThat(flags.read()).isEqualTo(HostFlags.COMMANDS_PENDING);

    int command = machine.vcpu().in(HgsmiPorts.HOST);
    BufferHeader header = BufferHeader.read(machine.vram(), command);
    assertThat(header)
        .isEqualTo(
            BufferHeader.single(
                ShgsmiCompletion.SIZE, Channel.VBVA, HostCommand.SHGSMI_COMPLETION));
    assertThat(ShgsmiCompletion.buffer(machine.vram(), HgsmiBuffer.dataAt(command)))
        .isEqualTo(BUFFER);
    machine.vcpu().out(HgsmiPorts.HOST, command);
    assertThat(machine.device().hostCommands().outstanding()).isZero();
  }

  @Test
  void aCompletionThatCannotBeDeliveredIsReportedAndLeaksNothing() {
    assertThat(sendCopy(ShgsmiHeader.GUEST_FORCE)).isEqualTo(VboxStatus.NO_MEMORY);
    guest.hostHeap(HEAP, 4096);
    assertThat(sendCopy(ShgsmiHeader.GUEST_FORCE)).isEqualTo(VboxStatus.WRONG_ORDER);
    assertThat(machine.device().hostCommands().outstanding()).isZero();
    guest.capabilities(InfoCaps.COMPLETE_BY_READ);
    assertThat(sendCopy(ShgsmiHeader.GUEST_FORCE)).isEqualTo(VboxStatus.WRONG_ORDER);
  }

  @Test
  void completionsThatNobodyReadsDoNotPileUpWithoutEnd() {
    guest.reportFlagsLocation();
    guest.capabilities(InfoCaps.COMPLETE_BY_READ);
    int accepted = 0;
    while (sendCopy(ShgsmiHeader.GUEST_FORCE) == 0) {
      assertThat(++accepted).isLessThan(100_000);
    }
    assertThat(accepted).isEqualTo(65536);
    assertThat(machine.vcpu().in(HgsmiPorts.GUEST)).isEqualTo(BUFFER);
    assertThat(sendCopy(ShgsmiHeader.GUEST_FORCE)).isZero();
  }

  private int sendCopy(int shgsmiFlags) {
    machine.vram().clear(DATA, COMMAND_SIZE);
    new ShgsmiHeader(0, shgsmiFlags, 0, 0, 0).write(machine.vram(), DATA);
    return machine.submit(BUFFER, COMMAND_SIZE, Channel.VBVA, VbvaCommand.VDMA_CMD);
  }
}
