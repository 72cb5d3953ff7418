package org.hgbench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The list of what the host reads of the guest's: `docs/guest-memory.md`.
public final class GuestReads {
  private static final Path LIST = Path.of("..", "docs", "guest-memory.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z]+)\\.([^`]+)` \\| [^|]+ \\| ([^|]+) \\|.*", Pattern.MULTILINE);

  private GuestReads() {}

  /// The places in a module that read memory of one kind, such as `VRAM`.
  public static Set<String> places(String module, String kind) throws IOException {
    return ROW.matcher(Files.readString(LIST))
        .results()
        .filter(row -> row.group(1).equals(module) && row.group(3).strip().equals(kind))
        .map(row -> module + "." + row.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
