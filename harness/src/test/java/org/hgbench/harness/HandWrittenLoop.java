package org.hgbench.harness;

import java.util.Map;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.service.bench.EchoService;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.machine.Machine;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.PageAllocator;
import org.hgbench.machine.settings.Settings;

/// An independent check of the suite: the clock around many operations, without JMH and without the
/// suite's own links. See "Checking the suite" in docs/methodology.md.
final class HandWrittenLoop {
  private static final int ROUNDS = 5;

  private HandWrittenLoop() {}

  /// Prints nanoseconds per operation of the last round.
  ///
  /// @param args `notify` or `call`, a preset of trap costs, and how many operations a round has
  public static void main(String[] args) {
    int operations = Integer.parseInt(args[2]);
    Settings boundary = Settings.of(Map.of("Boundary/Preset", args[1]));
    double nanos =
        args[0].equals("notify") ? hgsmi(boundary, operations) : hgcm(boundary, operations);
    System.out.printf("%s %s: %.1f ns%n", args[0], args[1], nanos);
  }

  private static double hgsmi(Settings boundary, int operations) {
    try (Machine machine = Machine.open(boundary.with("Devices/vga/0/Config/VRamSize", "16M"))) {
      GuestMemory vram = machine.memory().window("vga/0/vram");
      HgsmiGuest guest = HgsmiGuest.withPool(machine.vcpu(0), vram, HgsmiGuest.LINUX_HEAP_BYTES);
      double nanos = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        for (int i = 0; i < operations; i++) {
          int buffer = guest.allocate(16, Channel.BENCHMARK, BenchmarkCommand.SINK);
          vram.u64(HgsmiBuffer.dataAt(buffer), i);
          vram.u64(HgsmiBuffer.dataAt(buffer) + 8, ~i);
          guest.submit(buffer);
          guest.free(buffer);
        }
        nanos = (System.nanoTime() - start) / (double) operations;
      }
      return nanos;
    }
  }

  private static double hgcm(Settings boundary, int operations) {
    try (Machine machine = Machine.open(boundary.with("Devices/vmm/0/Config/IoBase", 0xD020))) {
      GuestMemory device = machine.memory().window("vmm/0/mmio2");
      PageAllocator pages = new PageAllocator(Machine.FIRMWARE_BYTES, machine.ram().bytes());
      int line = machine.line("vmm/0");
      HgcmGuest guest = new HgcmGuest(machine.vcpu(0), machine.ram(), device, pages, 0xD020, line);
      guest.probe();
      int echo = guest.connect("HgbenchEcho", WaitMode.IRQ);
      HgcmCall call = guest.call(echo, EchoService.SCALARS).u64(0).u64(0).build();
      double nanos = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        for (int i = 0; i < operations; i++) {
          call.u64(0, i);
          call.u64(1, ~i);
          call.run(WaitMode.IRQ);
        }
        nanos = (System.nanoTime() - start) / (double) operations;
      }
      return nanos;
    }
  }
}
