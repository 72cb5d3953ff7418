package org.hgbench.machine.boundary.kvm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hgbench.machine.boundary.KernelCounters;
import org.hgbench.machine.os.Descriptor;
import org.hgbench.machine.os.KvmHeader;

/// What the kernel counts of a vCPU.
///
/// The descriptor's file is a header, the descriptions of the counters and their values, of which
/// one is found at the header's offset of all values plus the description's own.
///
/// Source: `linux/kvm.h`, `struct kvm_stats_header` and `struct kvm_stats_desc`.
final class KvmStatistics implements KernelCounters, AutoCloseable {
  private static final Set<String> WANTED =
      Set.of("io_exits", "exits", "irq_window_exits", "irq_injections", "halt_exits");
  private static final int HEADER_BYTES = 24;
  private static final int DESCRIPTION_BYTES = 16;

  private final Descriptor file;
  private final List<String> names = new ArrayList<>();
  private final List<Long> places = new ArrayList<>();

  /// @throws org.hgbench.machine.os.OsException if the kernel has no such counters
  KvmStatistics(Descriptor vcpu) {
    file = new Descriptor(vcpu.ioctl("KVM_GET_STATS_FD", KvmHeader.GET_STATS_FD, 0));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(HEADER_BYTES, 8);
      file.read(header, 0);
      int nameBytes = header.get(JAVA_INT, 4);
      int count = header.get(JAVA_INT, 8);
      long descriptions = header.get(JAVA_INT, 16);
      long values = header.get(JAVA_INT, 20);
      for (int i = 0; i < count; i++) {
        long at = descriptions + (long) i * (DESCRIPTION_BYTES + nameBytes);
        String name = file.text(arena, at + DESCRIPTION_BYTES, nameBytes);
        if (WANTED.contains(name)) {
          MemorySegment description = arena.allocate(DESCRIPTION_BYTES, 8);
          file.read(description, at);
          names.add(name);
          places.add(values + description.get(JAVA_INT, 8));
        }
      }
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public long[] read() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(JAVA_LONG);
      return places.stream()
          .mapToLong(at -> {
            file.read(value, at);
            return value.get(JAVA_LONG, 0);
          })
          .toArray();
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
