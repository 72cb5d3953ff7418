package org.hgbench.results.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
  private static final Caption CAPTION =
      new Caption(
          "What a fairly long title of a chart looks like when it needs two lines",
          "simulated, trap cost virtualbox-2018 (modelled), irq, cross-core, 16 guest threads, open"
              + " load at 125,000/s",
          "Line: median fork. Band: 97.9 % interval for the median fork. Write-back mapping.");

  @ParameterizedTest
  @MethodSource("drawings")
  void noTextIsCutOrLiesOnAnother(Drawing drawing) throws Exception {
    List<SvgTexts.Text> texts = SvgTexts.of(ChartSvg.file(drawing));
    Rectangle2D canvas = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());

    assertThat(texts).hasSizeGreaterThan(8);
    for (int i = 0; i < texts.size(); i++) {
      SvgTexts.Text text = texts.get(i);
      assertThat(canvas.contains(text.bounds())).as("%s inside", text).isTrue();
      for (SvgTexts.Text other : texts.subList(i + 1, texts.size())) {
        assertThat(text.bounds().intersects(other.bounds())).as("%s on %s", text, other).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void everyColourOfAnSvgTurnsDark(Drawing drawing) {
    String svg = ChartSvg.file(drawing);
    Set<String> colours = new HashSet<>();
    Matcher matcher = Pattern.compile("<(?!svg)[^>]*?(?:fill|stroke)=\"([^\"]+)\"").matcher(svg);
    while (matcher.find()) {
      colours.add(matcher.group(1));
    }
    colours.removeAll(Set.of("none"));

    assertThat(colours).isNotEmpty();
    assertThat(colours)
        .allSatisfy(
            colour -> assertThat(ChartSvg.darkRules("")).contains("[fill=\"" + colour + "\"]"));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void anSvgIsSmallCarriesNoFontAndNeedsNothingElse(Drawing drawing) {
    String svg = ChartSvg.file(drawing);

    assertThat(svg.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200_000);
    assertThat(svg).doesNotContain("<font", "@font-face", "url(http", "href=\"http");
    assertThat(svg).contains("<title id=\"" + drawing.name() + "-title\"", "role=\"img\"");
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void aPngHasTwoPixelsForEachUnitOnTheGroundOfItsTheme(Drawing drawing) throws Exception {
    for (Theme theme : Theme.values()) {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(ChartFiles.png(drawing, theme)));

      assertThat(image.getWidth()).isEqualTo(2 * drawing.width());
      assertThat(image.getHeight()).isEqualTo(2 * drawing.height());
      assertThat(new Color(image.getRGB(1, 1))).isEqualTo(theme.background());
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void theAxesNameWhatTheyShow(Drawing drawing) throws Exception {
    List<String> texts =
        SvgTexts.of(ChartSvg.file(drawing)).stream().map(SvgTexts.Text::text).toList();

    assertThat(texts).anySatisfy(text -> assertThat(text).containsPattern("scale\\)|time since"));
    assertThat(texts).anySatisfy(text -> assertThat(text).contains("(modelled)"));
    assertThat(texts)
        .anySatisfy(text -> assertThat(text).matches("[0-9.,]+ ?(ns|µs|ms|×|%|[kMG]B/s)"));
  }

  @Test
  void chartsOfOnePageShareNoId() {
    Set<String> ids = new HashSet<>();
    drawings()
        .forEach(drawing -> {
          Matcher matcher = Pattern.compile(" id=\"([^\"]+)\"").matcher(ChartSvg.inline(drawing));
          while (matcher.find()) {
            if (!matcher.group(1).equals("genericDefs")) {
              assertThat(ids.add(matcher.group(1))).as(matcher.group(1)).isTrue();
            }
          }
        });
    assertThat(ids).isNotEmpty();
  }

  @Test
  void writesThreeFilesForEachChart(@TempDir Path temporary) throws Exception {
    ChartFiles.write(temporary, Rendered.of(drawings().toList()));

    drawings()
        .forEach(drawing -> {
          assertThat(temporary.resolve(drawing.name() + ".svg")).exists();
          assertThat(temporary.resolve(drawing.name() + ".png")).exists();
          assertThat(temporary.resolve(drawing.name() + "-dark.png")).exists();
        });
  }

  static Stream<Drawing> drawings() {
    return Stream.of(
        percentiles(),
        shift(),
        payload(2),
        payload(23),
        trapCost(),
        categories(CategoryChart.BY_PLACEMENT, 3),
        categories(CategoryChart.BY_VARIANT, 9),
        categories(CategoryChart.BY_REVISION, 40),
        breakdown(),
        overview(1),
        overview(30),
        timeline());
  }

  private static Drawing percentiles() {
    List<PercentileCurve> curves =
        List.of(curve(Series.HGSMI, 120), curve(Series.HGCM, 9_000), curve(Series.CONTROL, 2));
    return drawing(
        "percentiles", 430, theme -> PercentileChart.LATENCY.chart(CAPTION, curves, theme));
  }

  private static Drawing shift() {
    List<PercentileCurve> curves =
        Stream.of(Series.HGSMI, Series.HGCM)
            .map(series ->
                new PercentileCurve(
                    series.name(),
                    series,
                    0,
                    Stream.iterate(0.0, nines -> nines < 3, nines -> nines + 0.025)
                        .map(nines ->
                            new PercentileCurve.Point(
                                nines,
                                new MedianInterval(
                                    1 + nines / 20, 0.99 + nines / 25, 1.01 + nines / 10, 0.95)))
                        .toList()))
            .toList();
    return drawing("shift", 430, theme -> PercentileChart.SHIFT.chart(CAPTION, curves, theme));
  }

  private static Drawing trapCost() {
    List<Curve> curves =
        Stream.of(Series.HGSMI, Series.HGCM)
            .map(series ->
                new Curve(
                    series.name(),
                    series,
                    Stream.of(5.0, 950.0, 4_780.0)
                        .map(trap ->
                            new Curve.Point(trap, MedianInterval.of(100 + trap, 120 + 2 * trap)))
                        .toList()))
            .toList();
    List<Mark> marks =
        List.of(
            new Mark(4_700, "process, measured"),
            new Mark(4_780, "virtualbox-2018"),
            new Mark(9_800, "kvm, measured"));
    return drawing(
        "trap-cost",
        430,
        theme -> CurveChart.TIME_BY_TRAP_COST.chart(CAPTION, curves, marks, theme));
  }

  private static Drawing breakdown() {
    List<BreakdownChart.Stack> stacks =
        Stream.of(Series.HGSMI, Series.HGCM)
            .map(series ->
                new BreakdownChart.Stack(
                    series + " call (page-list)",
                    series,
                    LongStream.range(1, series == Series.HGSMI ? 4 : 11)
                        .mapToObj(
                            i -> new BreakdownChart.Part("service ended, host", 20 * i * i * i))
                        .toList()))
            .toList();
    return drawing(
        "breakdown",
        BreakdownChart.height(stacks),
        theme -> BreakdownChart.chart(CAPTION, stacks, theme));
  }

  private static Drawing categories(CategoryChart chart, int count) {
    List<String> names = LongStream.range(0, count).mapToObj(i -> "4f2a91c07d6b" + i).toList();
    List<Curve> curves =
        Stream.of(Series.HGSMI, Series.HGCM)
            .map(series ->
                new Curve(
                    series.name(),
                    series,
                    LongStream.range(0, count)
                        .mapToObj(i ->
                            new Curve.Point(
                                i, MedianInterval.of(900 + i + 3_000 * series.ordinal(), 1_000)))
                        .toList()))
            .toList();
    return drawing(
        "categories-" + count,
        430,
        theme -> chart.chart(CAPTION, names, curves, List.of(1), theme));
  }

  private static PercentileCurve curve(Series series, long nanos) {
    List<Histogram> forks = new ArrayList<>();
    for (int fork = 0; fork < 7; fork++) {
      Histogram histogram = new Histogram(3);
      for (int i = 1; i <= 1_000_000; i *= 10) {
        histogram.recordValueWithCount(nanos * (i + fork), 1_000_000 / i);
      }
      forks.add(histogram);
    }
    return PercentileCurve.of(series + ", page-list", series, forks);
  }

  private static Drawing payload(int sizes) {
    List<Curve> curves =
        Stream.of(Series.HGSMI, Series.HGCM, Series.CONTROL, Series.FLOOR)
            .map(series ->
                new Curve(
                    series + ", page-list",
                    series,
                    LongStream.range(0, sizes)
                        .mapToObj(i ->
                            new Curve.Point(1L << i, MedianInterval.of(1e7 * (i + 1), 2e9, 1e9)))
                        .toList()))
            .toList();
    return drawing(
        "payload-" + sizes,
        430,
        theme -> CurveChart.BANDWIDTH_BY_PAYLOAD.chart(CAPTION, curves, List.of(), theme));
  }

  private static Drawing timeline() {
    List<Timeline.Point> points = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      points.add(
          new Timeline.Point(
              i / 80.0,
              Series.values()[i % 4],
              i == 17 ? 3.5 : 1 + (i * 31 % 17) / 200.0,
              i % 50 == 17));
    }
    return drawing("timeline", 430, theme -> Timeline.chart(CAPTION, points, theme));
  }

  private static Drawing overview(int cells) {
    List<RatioRow> rows = new ArrayList<>();
    for (String group : List.of("simulated (modelled)", "process")) {
      for (int i = 0; i < cells; i++) {
        double ratio = Math.pow(1.4, i - 3);
        rows.add(
            new RatioRow(
                group,
                "stream, %d B (doorbell-every-8 / page-list)".formatted(i),
                ratio,
                i == 3 ? 0 : 0.9 * ratio,
                i == 3 ? Double.POSITIVE_INFINITY : 1.3 * ratio,
                TransportVerdict.values()[i % TransportVerdict.values().length]));
      }
    }
    return drawing(
        "overview-" + cells,
        RatioOverview.height(rows),
        theme -> RatioOverview.chart(CAPTION, rows, theme));
  }

  private static Drawing drawing(String name, int height, Drawing.Sketch sketch) {
    return new Drawing(name, CAPTION, "Described < & >", 620, height, sketch);
  }
}
