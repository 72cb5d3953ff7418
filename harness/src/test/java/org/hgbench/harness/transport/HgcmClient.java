package org.hgbench.harness.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.service.bench.EchoService;
import org.hgbench.hgcm.service.bench.SinkService;
import org.hgbench.hgcm.service.message.MessageService;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Sunk;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.PageAllocator;

/// A guest that asks the benchmark services of HGCM.
final class HgcmClient {
  private final WaitMode wait;
  private final GuestMemory ram;
  private final HgcmGuest guest;
  private final long payload;
  private final HgcmCall question;
  final HgcmCall transfer;
  private final HgcmCall query;

  HgcmClient(Machine machine, Vcpu vcpu, WaitMode wait) {
    this.wait = wait;
    this.ram = machine.ram();
    PageAllocator pages = new PageAllocator(Machine.FIRMWARE_BYTES, ram.bytes());
    guest =
        new HgcmGuest(
            vcpu,
            ram,
            machine.memory().window("vmm/0/mmio2"),
            pages,
            IoPorts.DEFAULT_BASE,
            machine.line("vmm/0"));
    guest.probe();
    int sink = guest.connect("HgbenchSink", wait);
    int echo = guest.connect("HgbenchEcho", wait);
    payload = pages.allocate(Session.BULK_BYTES);
    question = guest.call(echo, EchoService.SCALARS).u64(0).u64(0).build();
    transfer =
        guest
            .call(sink, SinkService.BUFFER_IN)
            .pages(payload, Session.BULK_BYTES, Direction.TO_HOST)
            .build();
    query = guest.call(sink, SinkService.QUERY).u64(0).u64(0).build();
  }

  long echo(long a, long b) {
    question.u64(0, a);
    question.u64(1, b);
    run(question);
    return question.u64(1);
  }

  long sink(long word) {
    long sum = ram.fillWords(payload, Session.BULK_BYTES, word);
    run(transfer);
    return sum;
  }

  Sunk query() {
    run(query);
    return new Sunk(query.u64(0), query.u64(1));
  }

  /// Waits for a message that nobody sends.
  void waitForAMessage() {
    int messages = guest.connect("HgbenchMessages", wait);
    run(guest.call(messages, MessageService.PEEK_WAIT).u32(0).u32(0).build());
  }

  private void run(HgcmCall call) {
    assertThat(call.run(wait)).isEqualTo(Status.SUCCESS);
  }
}
