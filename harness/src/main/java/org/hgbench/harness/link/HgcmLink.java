package org.hgbench.harness.link;

import java.util.Map;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.service.bench.EchoService;
import org.hgbench.hgcm.service.bench.SinkService;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.PageAllocator;
import org.hgbench.machine.settings.Settings;

/// HGCM, as a driver in the guest's kernel uses it: buffers are kernel memory, passed as page lists
/// without a bounce copy in the guest.
///
/// Requests are laid out once and submitted again and again, which spares HGCM the building of page
/// lists; HGSMI allocates and signs its buffer every time.
final class HgcmLink implements Link {
  private static final int IO_BASE = 0xD020;

  private final Machine machine;
  private final Vcpu vcpu;
  private final GuestMemory ram;
  private final WaitMode wait;
  private final int payloadBytes;
  private final long payloadAddress;
  private final HgcmCall notification;
  private final HgcmCall question;
  private final HgcmCall transferOut;
  private final HgcmCall transferIn;
  private final HgcmCall query;

  private long sent;
  private long sentSum;
  private long wrongAnswers;

  HgcmLink(LinkSpec spec) {
    if (!spec.variant().equals("default")) {
      throw new IllegalArgumentException("hgcm has no variant '" + spec.variant() + "'");
    }
    wait = waitMode(spec.waitStrategy());
    payloadBytes = spec.payloadBytes();
    machine =
        Machine.open(
            Settings.of(Map.of("Devices/vmm/0/Config/IoBase", Integer.toString(IO_BASE)))
                .with(spec.boundary()));
    vcpu = machine.vcpu(0);
    ram = machine.ram();
    PageAllocator pages = new PageAllocator(Machine.FIRMWARE_BYTES, ram.bytes());
    HgcmGuest guest =
        new HgcmGuest(
            vcpu,
            ram,
            machine.memory().window("vmm/0/mmio2"),
            pages,
            IO_BASE,
            machine.line("vmm/0"));
    guest.probe();
    int sink = guest.connect("HgbenchSink", wait);
    int echo = guest.connect("HgbenchEcho", wait);
    payloadAddress = pages.allocate(payloadBytes);
    notification = guest.call(sink, SinkService.SCALARS).u64(0).u64(0).build();
    question = guest.call(echo, EchoService.SCALARS).u64(0).u64(0).build();
    transferOut =
        guest
            .call(sink, SinkService.BUFFER_IN)
            .pages(payloadAddress, payloadBytes, Direction.TO_HOST)
            .build();
    transferIn =
        guest
            .call(echo, EchoService.FILL)
            .u64(0)
            .pages(payloadAddress, payloadBytes, Direction.FROM_HOST)
            .build();
    query = guest.call(sink, SinkService.QUERY).u64(0).u64(0).build();
  }

  private static WaitMode waitMode(String name) {
    return switch (name) {
      case "irq" -> WaitMode.IRQ;
      case "poll" -> WaitMode.POLL;
      default ->
          throw new IllegalArgumentException(
              "no wait strategy '" + name + "'; there are irq, poll");
    };
  }

  @Override
  public long notify(long sequence) {
    long word = Words.of(sequence);
    notification.u64(0, sequence);
    notification.u64(1, word);
    run(notification);
    sent++;
    sentSum += sequence + word;
    return word;
  }

  @Override
  public long call(long sequence) {
    long word = Words.of(sequence);
    question.u64(0, sequence);
    question.u64(1, word);
    run(question);
    long answer = question.u64(1);
    if (question.u64(0) != word || answer != sequence + word) {
      wrongAnswers++;
    }
    return answer;
  }

  @Override
  public long write(long sequence) {
    sentSum += ram.fillWords(payloadAddress, payloadBytes, Words.of(sequence));
    run(transferOut);
    sent++;
    return sentSum;
  }

  @Override
  public long read(long sequence) {
    long word = Words.of(sequence);
    transferIn.u64(0, word);
    run(transferIn);
    long sum = ram.sum(payloadAddress, payloadBytes);
    if (sum != Words.sum(word, payloadBytes)) {
      wrongAnswers++;
    }
    return sum;
  }

  @Override
  public void bareTrap() {
    vcpu.out(UNCLAIMED_PORT, 0);
  }

  @Override
  public Verification verify() {
    run(query);
    Verification verification =
        Verification.of(sent, sentSum, query.u64(0), query.u64(1), wrongAnswers);
    sent = 0;
    sentSum = 0;
    wrongAnswers = 0;
    return verification;
  }

  @Override
  public CounterValues counters() {
    return machine.counters();
  }

  @Override
  public void close() {
    machine.close();
  }

  private void run(HgcmCall call) {
    int result = call.run(wait);
    if (result != Status.SUCCESS) {
      throw new IllegalStateException("call failed: result=" + result + " rc=" + call.rc());
    }
  }
}
