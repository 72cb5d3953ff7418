package org.hgbench.harness.targets;

import java.util.Map;
import org.hgbench.hgcm.guest.Carrier;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.service.bench.EchoService;
import org.hgbench.hgcm.service.bench.SinkService;
import org.hgbench.hgcm.wire.Direction;

/// Bulk transfers of a buffer of the guest's kernel. Both sides spin, so that the hand-over, which
/// is the same for every carrier, does not hide what the copies cost.
final class HgcmTransfer implements Contender {
  private static final WaitMode WAIT = WaitMode.POLL;

  private final Carrier carrier;
  private final boolean writes;
  private final int bytes;
  private final HgcmMachine machine = new HgcmMachine(Map.of("vmm:ServiceWait", "spin"));
  private final HgcmGuest guest = machine.guest();
  private final long buffer;
  private int client;
  private HgcmCall call;
  private long sequence;
  private long sum;

  HgcmTransfer(Carrier carrier, boolean writes, int bytes) {
    this.carrier = carrier;
    this.writes = writes;
    this.bytes = bytes;
    this.buffer = guest.pages().allocate(bytes);
  }

  @Override
  public String name() {
    return "HGCM " + carrier.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  @Override
  public void begin() {
    client = guest.connect(writes ? "HgbenchSink" : "HgbenchEcho", WAIT);
    call =
        writes
            ? guest
                .call(client, SinkService.BUFFER_IN)
                .buffer(carrier, buffer, bytes, Direction.TO_HOST)
                .build()
            : guest
                .call(client, EchoService.FILL)
                .u64(0)
                .buffer(carrier, buffer, bytes, Direction.FROM_HOST)
                .build();
  }

  @Override
  public void run(int operations) {
    for (int i = 0; i < operations; i++) {
      long word = Record64.word(sequence++);
      if (writes) {
        guest.ram().fillWords(buffer, bytes, word);
        HgcmMachine.run(call, WAIT);
      } else {
        call.u64(0, word);
        HgcmMachine.run(call, WAIT);
        sum += guest.ram().sum(buffer, bytes);
      }
    }
  }

  @Override
  public long end() {
    if (writes) {
      HgcmCall query = guest.call(client, SinkService.QUERY).u64(0).u64(0).build();
      HgcmMachine.run(query, WAIT);
      sum += query.u64(1);
      query.close();
    }
    call.close();
    guest.disconnect(client, WAIT);
    return sum;
  }

  @Override
  public void close() {
    machine.close();
  }
}
