package org.hgbench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every target with its seeds, with each input that was ever found (`TARGET/*` beside this test's
/// resources), and with some hundred changed copies of them.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class InputsTest {
  private static final int CHANGED = Boolean.getBoolean("hgbench.long") ? 20_000 : 200;

  static List<String> targets() {
    return FuzzTargets.NAMES;
  }

  @ParameterizedTest
  @MethodSource("targets")
  void survivesThemAll(String name) throws Exception {
    try (FuzzTarget target = FuzzTargets.open(name)) {
      survivesThemAll(name, target);
    }
  }

  private static void survivesThemAll(String name, FuzzTarget target) throws Exception {
    List<byte[]> inputs = new ArrayList<>(target.seeds());
    assertThat(inputs).isNotEmpty().doesNotContain(new byte[0]);
    inputs.addAll(found(name));
    inputs.add(new byte[0]);
    inputs.forEach(target::run);

    SplittableRandom random = new SplittableRandom(name.hashCode());
    for (int i = 0; i < CHANGED; i++) {
      byte[] changed = change(inputs.get(random.nextInt(inputs.size())), random);
      try {
        target.run(changed);
      } catch (RuntimeException | Error e) {
        Path kept = Files.write(Path.of("target", name + "-found"), changed);
        throw new AssertionError("found %s, kept as %s".formatted(e, kept.toAbsolutePath()), e);
      }
    }
  }

  @Test
  void refusesATargetThatDoesNotExist() {
    assertThatThrownBy(() -> FuzzTargets.open("hgsmi-vrma"))
        .hasMessageStartingWith("no target 'hgsmi-vrma'; there are hgsmi-vram, hgsmi-ring");
  }

  private static byte[] change(byte[] input, SplittableRandom random) {
    byte[] changed = input.clone();
    for (int n = 1 + random.nextInt(4); n > 0 && changed.length > 0; n--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static List<byte[]> found(String name) throws IOException, URISyntaxException {
    URL directory = InputsTest.class.getResource(name);
    if (directory == null) {
      return List.of();
    }
    List<byte[]> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
      for (Path file : files.sorted().toList()) {
        inputs.add(Files.readAllBytes(file));
      }
    }
    return inputs;
  }
}
