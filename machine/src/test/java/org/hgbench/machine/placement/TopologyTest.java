package org.hgbench.machine.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Placements on a machine of two sockets, two last-level caches each, two cores behind each cache,
/// two processors in each core: 16 processors, numbered in that order.
class TopologyTest {
  @TempDir private Path processors;
  private Topology topology;

  @BeforeEach
  void describe() throws IOException {
    for (int processor = 0; processor < 16; processor++) {
      int cache = processor / 4 * 4;
      write(processor, "topology/physical_package_id", Integer.toString(processor / 8));
      write(processor, "topology/core_id", Integer.toString(processor / 2 % 4));
      write(processor, "cache/index0/level", "1");
      write(processor, "cache/index0/shared_cpu_list", Integer.toString(processor));
      write(processor, "cache/index3/level", "3");
      write(processor, "cache/index3/shared_cpu_list", cache + "-" + (cache + 3));
    }
    topology = new Topology(processors);
  }

  @ParameterizedTest
  @CsvSource({
    "same-core, 0",
    "cross-core, 2",
    "same-cache, 2",
    "other-cache, 4",
    "other-socket, 8"
  })
  void everyPlacementHasItsProcessor(String name, int host) {
    BitSet all = new BitSet();
    all.set(0, 16);

    assertThat(Placement.of(name, all, topology)).isEqualTo(new Placement(name, 0, host));
  }

  @ParameterizedTest
  @CsvSource({
    "cross-core, processors of two cores",
    "same-cache, two cores behind one last-level cache",
    "other-cache, a socket with two last-level caches",
    "other-socket, processors of two sockets"
  })
  void whatOneCoreCannotOfferIsSaid(String name, String needs) {
    BitSet core = new BitSet();
    core.set(6, 8);

    assertThatThrownBy(() -> Placement.of(name, core, topology))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("placement %s needs %s; usable are {6, 7}".formatted(name, needs));
  }

  @Test
  void processorsWithoutADescriptionAreCoresWithCachesOfTheirOwnInOneSocket() {
    Topology unknown = new Topology(processors.resolve("nowhere"));

    assertThat(unknown.isSameCore(1, 1)).isTrue();
    assertThat(unknown.isSameCore(1, 2)).isFalse();
    assertThat(unknown.isSameCache(1, 2)).isFalse();
    assertThat(unknown.isSameSocket(1, 2)).isTrue();
  }

  private void write(int processor, String file, String text) throws IOException {
    Path path = processors.resolve("cpu" + processor).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + "\n");
  }
}
