package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFilesTest {
  @TempDir Path root;

  @Test
  void staysBelowItsRootWhenAPathIsAbsolute() {
    FixtureMachine machine = new FixtureMachine(root).write("proc/x", "inside");

    assertThat(machine.files().text("/proc/x")).contains("inside");
  }

  @Test
  void readsNumbersByKey() {
    SystemFiles files =
        new FixtureMachine(root).write("f", "MemTotal:  12 kB\nnr_throttled 5\nbad x").files();

    assertThat(files.number("f", "MemTotal")).contains(12L);
    assertThat(files.number("f", "nr_throttled")).contains(5L);
    assertThat(files.number("f", "bad")).isEmpty();
    assertThat(files.number("f", "absent")).isEmpty();
  }

  @Test
  void takesWhatCannotBeReadForAbsent() {
    SystemFiles files = new FixtureMachine(root).write("d/f", "1").files();

    assertThat(files.text("d")).isEmpty();
    assertThat(files.text("none")).isEmpty();
    assertThat(files.names("d/f")).isEmpty();
    assertThat(files.names("d")).containsExactly("f");
  }
}
