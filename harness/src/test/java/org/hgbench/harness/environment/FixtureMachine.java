package org.hgbench.harness.environment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A machine whose files are written below a directory of the test, from a text in which `=== path`
/// begins each file.
record FixtureMachine(Path root) {
  static final ClockCost GOOD_CLOCK = new ClockCost(25, 10);

  static FixtureMachine unpack(String name, Path root) {
    try (InputStream in = FixtureMachine.class.getResourceAsStream(name + ".txt")) {
      FixtureMachine machine = new FixtureMachine(root);
      for (String file : new String(in.readAllBytes(), UTF_8).substring(4).split("\n=== ")) {
        String[] parts = file.split("\n", 2);
        machine.write(parts[0], parts[1]);
      }
      return machine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FixtureMachine write(String path, String content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SystemFiles files() {
    return new SystemFiles(root);
  }

  Patient patient() {
    return patient(GOOD_CLOCK);
  }

  Patient patient(ClockCost clock) {
    return new Patient(
        files(),
        2,
        Hypervisor.detect(files()),
        clock,
        ProcessorTimes.read(files()).map(now -> now.since(ProcessorTimes.AT_BOOT)));
  }

  EnvironmentCapture capture() {
    return new EnvironmentCapture(files(), java(), GOOD_CLOCK);
  }

  static JavaRuntime java() {
    return new JavaRuntime(
        "Mac OS X",
        "15.5",
        "Eclipse Adoptium 25+36-LTS, OpenJDK 64-Bit Server VM",
        List.of("-Xmx1g"),
        2,
        8L << 30);
  }
}
