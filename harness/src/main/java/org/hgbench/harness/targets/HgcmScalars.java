package org.hgbench.harness.targets;

import java.util.Map;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.service.bench.EchoService;

/// Calls with two scalars each way. While a slice of another contender runs, the service has no
/// client, so its thread sleeps.
final class HgcmScalars implements Contender {
  private final String name;
  private final WaitMode wait;
  private final HgcmMachine machine;
  private final HgcmGuest guest;
  private int client;
  private HgcmCall call;
  private long sequence;
  private long sum;

  HgcmScalars(String name, WaitMode wait, Map<String, String> settings) {
    this.name = name;
    this.wait = wait;
    this.machine = new HgcmMachine(settings);
    this.guest = machine.guest();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin() {
    client = guest.connect("HgbenchEcho", wait);
    call = guest.call(client, EchoService.SCALARS).u64(0).u64(0).build();
  }

  @Override
  public void run(int operations) {
    for (int i = 0; i < operations; i++) {
      call.u64(0, sequence);
      call.u64(1, Record64.word(sequence));
      HgcmMachine.run(call, wait);
      sum += call.u64(1);
      sequence++;
    }
  }

  @Override
  public long end() {
    call.close();
    guest.disconnect(client, wait);
    return sum;
  }

  @Override
  public void close() {
    machine.close();
  }
}
