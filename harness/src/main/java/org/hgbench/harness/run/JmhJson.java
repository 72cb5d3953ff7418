package org.hgbench.harness.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hgbench.harness.plan.Cell;
import org.hgbench.harness.plan.OpenCell;
import org.hgbench.harness.plan.TraceCell;
import org.hgbench.harness.plan.YardstickCell;
import org.hgbench.results.io.AtomicFile;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Merges the results of single-fork JMH runs into one file in JMH's own format, as if JMH had run
/// the forks of each benchmark one after the other.
final class JmhJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final double CONFIDENCE = 0.999;

  private JmhJson() {}

  /// Writes `jmh.json`.
  static void write(Collection<ForkOutcome> outcomes, Path file) throws IOException {
    Map<String, ObjectNode> merged = new LinkedHashMap<>();
    for (ForkOutcome outcome : outcomes) {
      if (!isTimedByJmh(outcome)) {
        continue;
      }
      String key = outcome.jmh().get("benchmark") + " " + outcome.jmh().get("params");
      ObjectNode first = merged.get(key);
      if (first == null) {
        merged.put(key, withoutLocalPaths(outcome.jmh().deepCopy()));
      } else {
        append(first, outcome.jmh());
      }
    }
    merged.values().forEach(JmhJson::summarise);
    AtomicFile.write(
        file,
        JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(List.copyOf(merged.values())));
  }

  /// Open loads keep their own times, and what is traced is no headline figure.
  private static boolean isTimedByJmh(ForkOutcome outcome) {
    return switch (outcome.fork().subject()) {
      case Cell _ -> true;
      case YardstickCell _ -> true;
      case OpenCell _ -> false;
      case TraceCell _ -> false;
    };
  }

  private static void append(ObjectNode target, ObjectNode further) {
    target.put("forks", target.get("forks").intValue() + 1);
    String raw = rawData(target);
    ArrayNode forks = (ArrayNode) target.get("primaryMetric").get(raw);
    forks.add(further.get("primaryMetric").get(raw).get(0));
  }

  /// In mode `sample` JMH writes pairs of a time and its count instead of one figure an iteration.
  private static String rawData(ObjectNode result) {
    return result.get("mode").stringValue().equals("sample") ? "rawDataHistogram" : "rawData";
  }

  private static ObjectNode withoutLocalPaths(ObjectNode result) {
    result.put("jvm", "java");
    ArrayNode arguments = JSON.createArrayNode();
    for (JsonNode argument : result.get("jvmArgs")) {
      if (!isLocal(argument.stringValue())) {
        arguments.add(argument);
      }
    }
    result.set("jvmArgs", arguments);
    return result;
  }

  private static boolean isLocal(String argument) {
    return argument.startsWith("-Dhgbench.fork.")
        || argument.startsWith(ClassArchive.MAKE)
        || argument.startsWith(ClassArchive.USE);
  }

  private static void summarise(ObjectNode result) {
    ObjectNode metric = (ObjectNode) result.get("primaryMetric");
    Statistics all = statistics(metric.get(rawData(result)));
    double error = all.getMeanErrorAt(CONFIDENCE);
    metric.put("score", all.getMean());
    number(metric, "scoreError", error);
    ArrayNode interval = JSON.createArrayNode();
    interval.add(Double.isNaN(error) ? all.getMean() : all.getMean() - error);
    interval.add(Double.isNaN(error) ? all.getMean() : all.getMean() + error);
    metric.set("scoreConfidence", interval);
    ObjectNode percentiles = JSON.createObjectNode();
    for (double p : new double[] {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100}) {
      percentiles.put(
          p == Math.rint(p) ? "%.1f".formatted(p) : Double.toString(p), all.getPercentile(p));
    }
    metric.set("scorePercentiles", percentiles);
  }

  private static Statistics statistics(JsonNode rawData) {
    MultisetStatistics samples = new MultisetStatistics();
    ListStatistics figures = new ListStatistics();
    for (JsonNode fork : rawData) {
      for (JsonNode iteration : fork) {
        if (iteration.isArray()) {
          iteration.forEach(
              pair -> samples.addValue(pair.get(0).doubleValue(), pair.get(1).longValue()));
        } else {
          figures.addValue(iteration.doubleValue());
        }
      }
    }
    return samples.getN() > 0 ? samples : figures;
  }

  /// JMH writes a number that is not one as the text "NaN".
  private static void number(ObjectNode target, String name, double value) {
    if (Double.isNaN(value)) {
      target.put(name, "NaN");
    } else {
      target.put(name, value);
    }
  }
}
