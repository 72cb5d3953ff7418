package org.hgbench.hgcm;

import org.hgbench.hgcm.VmmWitness.Question;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;

/// The host's side of a [TestMachine] as its [VmmWitness] tells of it, in whatever process it is.
/// Every question is a trap.
final class VmmHost {
  private final Vcpu vcpu;
  private final GuestMemory page;

  VmmHost(Machine machine) {
    this.vcpu = machine.vcpu(0);
    this.page = machine.memory().window(VmmWitness.REGION);
  }

  /// How many HGCM requests are in flight.
  int requestsInFlight() {
    return ask(Question.REQUESTS_IN_FLIGHT, 0);
  }

  /// How many host buffers are with calls.
  int buffersInUse() {
    return ask(Question.BUFFERS_IN_USE, 0);
  }

  /// How much of a budget is in use, in bytes.
  int budgetUsed(Requestor.Pool pool) {
    return ask(Question.BUDGET_USED, pool.ordinal());
  }

  /// How many calls are with services.
  int callCount() {
    return ask(Question.CALLS, 0);
  }

  /// Sends message 11 with the words 22 and 33, and returns the status.
  int post(int client) {
    return ask(Question.POST, client);
  }

  /// Keeps the thread of the echo service until it is released.
  void blockEcho() {
    ask(Question.BLOCK, 0);
  }

  /// Lets the echo service go on.
  void releaseEcho() {
    ask(Question.RELEASE, 0);
  }

  /// Resets the device and its services.
  void reset() {
    ask(Question.RESET, 0);
  }

  private int ask(Question question, int argument) {
    page.u32(0, argument);
    vcpu.out(VmmWitness.PORT, question.ordinal());
    return page.u32(0);
  }
}
