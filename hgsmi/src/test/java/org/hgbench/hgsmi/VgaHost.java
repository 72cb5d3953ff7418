package org.hgbench.hgsmi;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.hgbench.hgsmi.VgaWitness.Question;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;

/// The host's side of a [VgaMachine] as its [VgaWitness] tells of it, in whatever process it is.
/// Every question is a trap. Counts begin with the machine or its last [#reset].
public final class VgaHost {
  private static final Set<Question> COUNTS =
      EnumSet.range(Question.COMMANDS, Question.INPUT_MAPPINGS);

  private final Vcpu vcpu;
  private final GuestMemory page;
  private final Map<Question, Integer> before = new EnumMap<>(Question.class);

  VgaHost(Machine machine) {
    this.vcpu = machine.vcpu(0);
    this.page = machine.memory().window(VgaWitness.REGION);
  }

  /// The status of the last command that failed since this was asked last; 0 if none did.
  public int fault() {
    return ask(Question.FAULT);
  }

  /// How many buffers the guest submitted.
  public int commands() {
    return count(Question.COMMANDS);
  }

  /// How many of them failed.
  public int faults() {
    return count(Question.FAULTS);
  }

  /// How many records came through the rings.
  public int records() {
    return count(Question.RECORDS);
  }

  /// How many bytes they had.
  public int bytes() {
    return count(Question.BYTES);
  }

  /// How often a screen was resized.
  public int resizes() {
    return count(Question.RESIZES);
  }

  /// How many pointers were shown.
  public int pointers() {
    return count(Question.POINTERS);
  }

  /// How many input mappings were reported.
  public int inputMappings() {
    return count(Question.INPUT_MAPPINGS);
  }

  /// How many screens have their ring switched on.
  public int enabledScreens() {
    return ask(Question.ENABLED_SCREENS);
  }

  /// What the guest says it can do.
  public int caps() {
    return ask(Question.CAPS);
  }

  /// See [org.hgbench.hgsmi.host.HostCommands#outstanding].
  public int outstanding() {
    return ask(Question.OUTSTANDING);
  }

  /// See [org.hgbench.hgsmi.host.HostCommands#allocate].
  public int allocate(int dataBytes, int channel, int channelInfo) {
    return ask(Question.ALLOCATE, dataBytes, channel, channelInfo);
  }

  /// See [org.hgbench.hgsmi.host.HostCommands#post].
  public int post(int buffer, boolean interrupting) {
    return ask(Question.POST, buffer, interrupting ? 1 : 0);
  }

  /// See [org.hgbench.hgsmi.host.HostCommands#free].
  public void free(int buffer) {
    ask(Question.FREE, buffer);
  }

  /// See [org.hgbench.hgsmi.host.VgaDevice#hintMode].
  public void hintMode(ModeHint hint) {
    hint.write(page, 0);
    ask(Question.HINT_MODE);
  }

  /// Resets the device, and begins to count anew.
  public void reset() {
    ask(Question.RESET);
    ask(Question.FAULT);
    COUNTS.forEach(question -> before.put(question, ask(question)));
  }

  private int count(Question question) {
    return ask(question) - before.getOrDefault(question, 0);
  }

  private int ask(Question question, int... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      page.u32(4L * i, arguments[i]);
    }
    vcpu.out(VgaWitness.PORT, question.ordinal());
    return page.u32(0);
  }
}
