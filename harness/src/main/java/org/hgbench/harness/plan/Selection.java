package org.hgbench.harness.plan;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which cells of a profile are wanted: those that match a pattern of every list that is not empty.
///
/// In a pattern `*` stands for any letters and `?` for one.
///
/// @param workloads patterns of workloads, such as `write` or `*`
/// @param transports patterns of transports
/// @param boundaries patterns of boundaries as progress shows them, such as `simulated-*`
/// @param sizes patterns of payloads, such as `64K` or `?K`
public record Selection(
    List<String> workloads, List<String> transports, List<String> boundaries, List<String> sizes) {
  /// Everything.
  public static final Selection ALL = new Selection(List.of(), List.of(), List.of(), List.of());

  /// Copies the lists.
  public Selection {
    workloads = List.copyOf(workloads);
    transports = List.copyOf(transports);
    boundaries = List.copyOf(boundaries);
    sizes = List.copyOf(sizes);
  }

  /// The groups that are wanted.
  ///
  /// @throws IllegalArgumentException if a pattern matches nothing, or all of them together do not
  List<Profile.Group> of(List<Profile.Group> groups) {
    List<Profile.Group> left = groups;
    left = matching(left, groups, "workload", workloads, Cell::workload);
    left = matching(left, groups, "transport", transports, Cell::transport);
    left = matching(left, groups, "boundary", boundaries, cell -> cell.boundary().label());
    left = matching(left, groups, "size", sizes, cell -> size(cell.payloadBytes()));
    if (left.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is left to measure: no cell of the profile matches all that was asked for");
    }
    return left;
  }

  private static List<Profile.Group> matching(
      List<Profile.Group> left,
      List<Profile.Group> all,
      String what,
      List<String> patterns,
      Function<Cell, String> of) {
    if (patterns.isEmpty()) {
      return left;
    }
    for (String pattern : patterns) {
      if (all.stream().noneMatch(group -> matches(pattern, of.apply(group.cell())))) {
        throw new IllegalArgumentException(
            "no %s '%s'; there are %s"
                .formatted(
                    what,
                    pattern,
                    all.stream()
                        .map(group -> of.apply(group.cell()))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(", "))));
      }
    }
    return left.stream()
        .filter(group ->
            patterns.stream().anyMatch(pattern -> matches(pattern, of.apply(group.cell()))))
        .toList();
  }

  private static boolean matches(String pattern, String text) {
    String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return text.matches(expression);
  }

  /// A size as one writes it: `16`, `64K`, `4M`.
  private static String size(int bytes) {
    if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) {
      return (bytes >> 20) + "M";
    }
    return bytes >= 1 << 10 && bytes % (1 << 10) == 0 ? (bytes >> 10) + "K" : bytes + "";
  }
}
