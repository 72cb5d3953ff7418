package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a set of figures has in common but for the boundary, so that it need not be said of each.
final class Circumstances {
  private final List<String> first;
  private final boolean[] shared;

  /// @param figures the conditions of each figure, at least one
  Circumstances(List<Setting> figures) {
    List<List<String>> all = figures.stream().map(Setting::parts).toList();
    first = all.getFirst();
    shared = new boolean[first.size()];
    for (int i = 0; i < shared.length; i++) {
      int part = i;
      shared[i] = all.stream().allMatch(parts -> parts.get(part).equals(first.get(part)));
    }
  }

  /// What is the same of all: `irq, unpinned, one guest thread`; empty when nothing is.
  String common() {
    return join(first, true);
  }

  /// Whether some figures were measured under others than the rest.
  boolean differ() {
    return IntStream.range(0, shared.length).anyMatch(i -> !shared[i]);
  }

  /// What is not the same of all: `open load at 66,929/s`.
  String particular(Setting figure) {
    return join(figure.parts(), false);
  }

  private String join(List<String> parts, boolean which) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < shared.length; i++) {
      if (shared[i] == which && !parts.get(i).isEmpty()) {
        chosen.add(parts.get(i));
      }
    }
    return String.join(", ", chosen);
  }
}
