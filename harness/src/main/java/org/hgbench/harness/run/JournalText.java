package org.hgbench.harness.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hgbench.results.io.InvalidRunException;

/// The lines of a journal that are whole.
///
/// @param lines their JSON
/// @param soundBytes how many bytes they take; what follows is a line that was not finished
record JournalText(List<String> lines, int soundBytes) {
  private static final int LEAD = 9;

  /// Reads the content of `file`.
  ///
  /// @throws InvalidRunException if a line before the last is damaged
  static JournalText of(Path file, byte[] content) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = 0; end < content.length; end++) {
      if (content[end] != '\n') {
        continue;
      }
      String line = new String(content, start, end - start, StandardCharsets.UTF_8);
      if (!isSound(line)) {
        if (end + 1 == content.length) {
          break;
        }
        throw new InvalidRunException(
            file,
            "line %d is damaged; take that line out to have its fork measured again, or start anew"
                .formatted(lines.size() + 1));
      }
      lines.add(line.substring(LEAD));
      start = end + 1;
    }
    return new JournalText(lines, start);
  }

  private static boolean isSound(String line) {
    return line.length() > LEAD
        && line.charAt(LEAD - 1) == ' '
        && line.startsWith(Journal.checksum(line.substring(LEAD).getBytes(StandardCharsets.UTF_8)));
  }
}
