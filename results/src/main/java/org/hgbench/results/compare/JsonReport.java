package org.hgbench.results.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.hgbench.results.model.Run;
import org.hgbench.results.statistics.Interval;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A comparison for programs. `comparison.schema.json` beside this class describes it.
///
/// Changes are ratios minus one: 0.061 is 6.1 % slower. What is not known is null, and so is the
/// end of an interval that nothing bounds.
final class JsonReport {
  /// Name and version of the format.
  static final String SCHEMA = "hgbench.comparison/1";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonReport() {}

  static String of(Comparison comparison) {
    return MAPPER.writeValueAsString(document(comparison)) + "\n";
  }

  @JsonPropertyOrder({
    "schema",
    "answer",
    "exitCode",
    "comparable",
    "alpha",
    "strict",
    "forced",
    "base",
    "new"
  })
  private record Document(
      String schema,
      String answer,
      int exitCode,
      boolean comparable,
      double alpha,
      boolean strict,
      boolean forced,
      Side base,
      @JsonProperty("new") Side next,
      List<Fingerprint.Difference> differences,
      List<String> notes,
      List<Cell> cells) {}

  private record Side(String gitRevision, String startedAt, String profile, boolean interrupted) {}

  private record Cell(
      String id,
      String label,
      String transport,
      String variant,
      Conditions conditions,
      String metric,
      boolean gating,
      String verdict,
      String reason,
      boolean interleaved,
      SideOfCell base,
      @JsonProperty("new") SideOfCell next,
      Double change,
      Double low,
      Double high,
      Double pValue,
      Double smallestP,
      Double adjustedP,
      double smallestEffect,
      Double noise,
      double smallestChange,
      Double familyChange,
      int familySize,
      long moreBlocks,
      List<String> notes) {}

  private record SideOfCell(int forks, Double nanos, Double spread) {}

  private static Document document(Comparison comparison) {
    return new Document(
        SCHEMA,
        Answer.of(comparison),
        comparison.exitCode(),
        comparison.comparable(),
        comparison.options().alpha(),
        comparison.options().strict(),
        comparison.options().force(),
        side(comparison.base()),
        side(comparison.next()),
        comparison.fingerprint().differences(),
        comparison.notes(),
        comparison.cells().stream().map(JsonReport::cell).toList());
  }

  private static Side side(Run run) {
    return new Side(run.gitRevision(), run.startedAt(), run.profile(), run.interrupted());
  }

  private static Cell cell(CellComparison cell) {
    Interval interval = cell.interval();
    return new Cell(
        cell.name(),
        cell.label(),
        cell.transport(),
        cell.variant(),
        cell.conditions(),
        cell.metric().label(),
        cell.gating(),
        cell.verdict().label(),
        cell.reason(),
        cell.interleaved(),
        new SideOfCell(cell.baseForks(), known(cell.baseNanos()), known(cell.baseSpread())),
        new SideOfCell(cell.newForks(), known(cell.newNanos()), known(cell.newSpread())),
        change(cell.effect()),
        change(interval.low()),
        change(interval.high()),
        known(cell.pValue()),
        known(cell.smallestP()),
        known(cell.adjustedP()),
        Math.expm1(cell.smallest().effect()),
        change(cell.smallest().noise()),
        Math.expm1(cell.smallest().change()),
        change(cell.familyEffect()),
        cell.familySize(),
        cell.moreBlocks(),
        cell.notes());
  }

  private static Double change(double shift) {
    return Double.isFinite(shift) ? Math.expm1(shift) : null;
  }

  private static Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
