package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hgbench.results.io.InvalidRunException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final Journal.Header HEADER =
      new Journal.Header(
          "2026-11-24T10:00:00+01:00", List.of("hgbench", "run"), "plan", Map.of("JDK", "25"));
  private static final Journal.Entry FIRST =
      new Journal.Entry(
          "first #1", "2026-11-24T10:00:01+01:00", 900, Map.of(".json", "[{\"ü\n\": 1}]"));
  private static final Journal.Entry SECOND =
      new Journal.Entry("second #1", "2026-11-24T10:00:02+01:00", 800, Map.of(".hlog", "#[x]\n"));

  @TempDir Path directory;

  @Test
  void givesBackExactlyWhatItWasGiven() throws IOException {
    write(FIRST, SECOND);

    try (Journal journal = Journal.open(directory)) {
      assertThat(journal.header()).isEqualTo(HEADER);
      assertThat(journal.size()).isEqualTo(2);
      assertThat(journal.entry("first #1")).isEqualTo(FIRST);
      assertThat(journal.entry("second #1")).isEqualTo(SECOND);
      assertThat(journal.entry("third #1")).isNull();
    }
  }

  @Test
  void losesNoMoreThanTheLastForkWhereverItIsCutOff() throws IOException {
    write(FIRST, SECOND);
    byte[] whole = Files.readAllBytes(file());
    int headerEnd = lineEnd(whole, 1);
    int firstEnd = lineEnd(whole, 2);

    for (int length = headerEnd; length < whole.length; length++) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));
      try (Journal journal = Journal.open(directory)) {
        assertThat(journal.size()).as("cut off at %d", length).isEqualTo(length < firstEnd ? 0 : 1);
        journal.append(SECOND);
      }
      try (Journal journal = Journal.open(directory)) {
        assertThat(journal.entry("second #1")).isEqualTo(SECOND);
      }
    }
  }

  @Test
  void toleratesALastLineThatReachedTheDiskDamaged() throws IOException {
    write(FIRST, SECOND);
    damage(lineEnd(Files.readAllBytes(file()), 2) + 30);

    try (Journal journal = Journal.open(directory)) {
      assertThat(journal.size()).isEqualTo(1);
    }
  }

  @Test
  void refusesDamageInTheMiddleByTheNumberOfItsLine() throws IOException {
    write(FIRST, SECOND);
    damage(lineEnd(Files.readAllBytes(file()), 1) + 30);
    byte[] before = Files.readAllBytes(file());

    assertThatThrownBy(() -> Journal.open(directory))
        .isInstanceOf(InvalidRunException.class)
        .hasMessageStartingWith(file() + ": line 2 is damaged; take that line out");
    assertThat(file()).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0badcafe {\"schema\":"})
  void refusesAJournalWithoutAHeader(String content) throws IOException {
    Files.writeString(file(), content);

    assertThatThrownBy(() -> Journal.open(directory))
        .isInstanceOf(InvalidRunException.class)
        .hasMessageContaining("holds no header");
  }

  @Test
  void saysThatACompleteRunHasNothingToResume() throws IOException {
    Files.writeString(directory.resolve("run.json"), "{}");

    assertThatThrownBy(() -> Journal.open(directory))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(directory + ": is complete; there is nothing to resume");
  }

  @Test
  void letsOneSessionWriteAtATime() throws IOException {
    try (Journal journal = Journal.create(directory, HEADER)) {
      journal.append(FIRST);
      assertThatThrownBy(() -> Journal.open(directory))
          .isInstanceOf(InvalidRunException.class)
          .hasMessageContaining("is being written by another hgbench");
    }
  }

  private void write(Journal.Entry... entries) throws IOException {
    try (Journal journal = Journal.create(directory, HEADER)) {
      for (Journal.Entry entry : entries) {
        journal.append(entry);
      }
    }
  }

  private void damage(int position) throws IOException {
    byte[] content = Files.readAllBytes(file());
    content[position] ^= 1;
    Files.write(file(), content);
  }

  private static int lineEnd(byte[] content, int line) {
    int seen = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n' && ++seen == line) {
        return i + 1;
      }
    }
    throw new AssertionError("no line " + line);
  }

  private Path file() {
    return directory.resolve(Journal.NAME);
  }
}
