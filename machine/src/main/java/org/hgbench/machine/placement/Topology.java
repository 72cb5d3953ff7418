package org.hgbench.machine.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which processors share a core, a last-level cache, a socket.
///
/// @param processors where the kernel describes them, `/sys/devices/system/cpu`
record Topology(Path processors) {
  /// This machine's.
  static final Topology HERE = new Topology(Path.of("/sys/devices/system/cpu"));

  boolean isSameCore(int a, int b) {
    return a == b || core(a).equals(core(b));
  }

  boolean isSameCache(int a, int b) {
    return a == b || cache(a).equals(cache(b));
  }

  boolean isSameSocket(int a, int b) {
    return a == b || socket(a).equals(socket(b));
  }

  /// Socket and core of a processor; a processor that the kernel does not describe is a core of its
  /// own.
  private String core(int processor) {
    return socket(processor) + "/" + text(processor, "topology/core_id", "processor " + processor);
  }

  private String socket(int processor) {
    return text(processor, "topology/physical_package_id", "the only one");
  }

  /// The processors behind the cache of the highest level; a cache that the kernel does not
  /// describe is the processor's own.
  private String cache(int processor) {
    Path caches = directory(processor).resolve("cache");
    if (!Files.isDirectory(caches)) {
      return "processor " + processor;
    }
    String sharers = "processor " + processor;
    int highest = 0;
    try (DirectoryStream<Path> indices = Files.newDirectoryStream(caches, "index*")) {
      for (Path index : indices) {
        int level = Integer.parseInt(read(index.resolve("level")));
        if (level > highest) {
          highest = level;
          sharers = read(index.resolve("shared_cpu_list"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + caches, e);
    }
    return sharers;
  }

  private String text(int processor, String file, String fallback) {
    Path path = directory(processor).resolve(file);
    return Files.exists(path) ? read(path) : fallback;
  }

  private Path directory(int processor) {
    return processors.resolve("cpu" + processor);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
