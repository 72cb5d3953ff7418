package org.hgbench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One row of the list of what the host reads of the guest's: `docs/guest-memory.md`.
///
/// @param place in host code, such as `hgsmi.host.Pointer.shape`
/// @param calls what is called there, as it stands in the list
/// @param memory the kind of memory, such as `VRAM`
public record GuestReads(String place, String calls, String memory) {
  private static final Path LIST = Path.of("..", "docs", "guest-memory.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z]+\\.[^`]+)` \\| ([^|]+) \\| ([^|]+) \\|.*", Pattern.MULTILINE);

  /// All rows.
  public static List<GuestReads> all() throws IOException {
    return ROW.matcher(Files.readString(LIST))
        .results()
        .map(row -> new GuestReads(row.group(1), row.group(2).replace("`", ""), row.group(3)))
        .toList();
  }

  /// The places in a module that read memory of one kind.
  public static Set<String> places(String module, String memory) throws IOException {
    return all().stream()
        .filter(row -> row.place.startsWith(module + ".") && row.memory.equals(memory))
        .map(GuestReads::place)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
