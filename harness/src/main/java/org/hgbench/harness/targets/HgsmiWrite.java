package org.hgbench.harness.targets;

import java.util.Map;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.machine.Machine;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.settings.Settings;

/// One MiB in one HGSMI command: the guest writes it in place, the host reads it in place.
final class HgsmiWrite implements Contender {
  static final int BYTES = 1 << 20;

  private final Machine machine =
      Machine.open(
          Settings.of(Map.of("Boundary/Name", "simulated", "Devices/vga/0/Config/VRamSize", "4M")));
  private final GuestMemory vram = machine.memory().window("vga/0/vram");
  private final HgsmiGuest guest = HgsmiGuest.withPool(machine.vcpu(0), vram, 2 * BYTES);
  private long sequence;
  private long sum;

  @Override
  public String name() {
    return "HGSMI command, 1 MiB in place";
  }

  @Override
  public void run(int operations) {
    for (int i = 0; i < operations; i++) {
      int buffer = take(BYTES, BenchmarkCommand.SINK);
      vram.fillWords(HgsmiBuffer.dataAt(buffer), BYTES, Record64.word(sequence++));
      guest.submit(buffer);
      guest.free(buffer);
    }
  }

  @Override
  public long end() {
    int buffer = take(BenchmarkCommand.QUERY_SIZE, BenchmarkCommand.QUERY);
    guest.submit(buffer);
    sum += BenchmarkCommand.Sunk.read(vram, HgsmiBuffer.dataAt(buffer)).sum();
    guest.free(buffer);
    return sum;
  }

  @Override
  public void close() {
    machine.close();
  }

  private int take(int bytes, int command) {
    int buffer = guest.allocate(bytes, Channel.BENCHMARK, command);
    if (buffer == HgsmiPorts.VOID) {
      throw new IllegalStateException("guest heap is full: bytes=" + bytes);
    }
    return buffer;
  }
}
