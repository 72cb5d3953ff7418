package org.hgbench.hgcm.service.property;

import java.util.Arrays;
import java.util.List;

/// Which names somebody is interested in: alternatives separated by `|`, in which `*` stands for
/// any text and `?` for one character. No alternatives mean all names.
record Pattern(List<String> alternatives) {
  static Pattern of(String text) {
    return new Pattern(Arrays.stream(text.split("\\|")).filter(part -> !part.isEmpty()).toList());
  }

  boolean matches(String name) {
    return alternatives.isEmpty() || alternatives.stream().anyMatch(glob -> matches(glob, name));
  }

  /// Linear in the product of the lengths, whatever a guest thinks up: after a mismatch only the
  /// last `*` takes one character more.
  private static boolean matches(String glob, String name) {
    int g = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        resume = n;
      } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == name.charAt(n))) {
        g++;
        n++;
      } else if (star >= 0) {
        g = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }
}
