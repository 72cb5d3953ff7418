package org.hgbench.machine.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which processors are threads of one core.
final class CoreMap {
  private CoreMap() {}

  static boolean isSameCore(int a, int b) {
    return a == b || core(a).equals(core(b));
  }

  /// Package and core of a processor; a processor that the kernel does not describe is a core of
  /// its own.
  private static String core(int processor) {
    Path topology = Path.of("/sys/devices/system/cpu/cpu%d/topology".formatted(processor));
    try {
      return Files.exists(topology.resolve("core_id"))
          ? Files.readString(topology.resolve("physical_package_id")).strip()
              + "/"
              + Files.readString(topology.resolve("core_id")).strip()
          : "processor " + processor;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + topology, e);
    }
  }
}
