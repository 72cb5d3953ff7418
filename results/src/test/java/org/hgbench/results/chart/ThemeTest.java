package org.hgbench.results.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyRoleHasAColourOfItsOwn(Theme theme) {
    assertThat(theme.roles().values()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void wordsAndLinesStandOutFromTheGround(Theme theme) {
    assertThat(contrast(theme.ink(), theme.background())).isGreaterThan(7);
    assertThat(contrast(theme.muted(), theme.background())).isGreaterThan(4.5);
    for (Series series : Series.values()) {
      assertThat(contrast(theme.series(series), theme.background()))
          .as("%s", series)
          .isGreaterThan(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theTransportsStayApartForEveryKindOfColourBlindness(Theme theme) {
    Color hgsmi = theme.series(Series.HGSMI);
    Color hgcm = theme.series(Series.HGCM);
    for (double[][] blindness : BLINDNESS) {
      assertThat(distance(seen(hgsmi, blindness), seen(hgcm, blindness))).isGreaterThan(80);
    }
  }

  // Viénot, Brettel and Mollon 1999 (protan, deutan) and a common tritan approximation, applied to
  // linear light.
  private static final double[][][] BLINDNESS = {
    {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
    {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}},
    {{1, 0.14461, -0.14461}, {0, 0.85924, 0.14076}, {0, 0.85924, 0.14076}}
  };

  private static double[] seen(Color color, double[][] matrix) {
    double[] linear = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        seen[row] += matrix[row][column] * linear[column];
      }
      seen[row] = 255 * Math.pow(Math.clamp(seen[row], 0, 1), 1 / 2.2);
    }
    return seen;
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }

  // WCAG 2: relative luminance and contrast ratio.
  private static double contrast(Color a, Color b) {
    double high = Math.max(luminance(a), luminance(b));
    double low = Math.min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
