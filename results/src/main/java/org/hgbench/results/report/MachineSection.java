package org.hgbench.results.report;

import java.util.List;
import java.util.Locale;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;
import org.hgbench.results.text.Figures;

/// The machine, what it can do at all, and how to run the same again, as HTML.
final class MachineSection {
  private final Run run;
  private final StringBuilder html = new StringBuilder();

  MachineSection(Run run) {
    this.run = run;
  }

  String html() {
    Environment machine = run.environment();
    html.append("<section id=\"machine\"><h2>Machine</h2>\n<dl>\n");
    fact("Processor", machine.cpu());
    fact("Processors used", String.valueOf(machine.cores()));
    fact("Memory", machine.memoryBytes() == null ? null : Figures.bytes(machine.memoryBytes()));
    fact("Operating system", machine.os());
    fact("Kernel", machine.kernel());
    fact("Hypervisor below", machine.hypervisor() == null ? "none" : machine.hypervisor());
    fact("Java", machine.jdk());
    fact("Frequency governor", machine.governor());
    fact("Clock", machine.clockSource());
    fact("Clock read", nanos(machine.clockNanos()));
    fact("Clock step", nanos(machine.clockStepNanos()));
    fact(
        "Time stolen by other guests",
        machine.stealPercent() == null
            ? null
            : String.format(Locale.ROOT, "%.1f %%", machine.stealPercent()));
    fact("Fit for measuring", machine.grade());
    fact("Revision", run.gitRevision());
    html.append("</dl>\n");
    findings(machine.findings());
    yardsticks();
    html.append("</section>\n<section id=\"repeat\"><h2>Repeat it</h2>\n<pre tabindex=\"0\">")
        .append("<code>")
        .append(Html.escape(RunFacts.command(run)))
        .append("</code></pre>\n");
    if (!machine.jvmFlags().isEmpty()) {
      html.append("<p>Every fork ran with these flags:</p>\n<pre tabindex=\"0\"><code>")
          .append(Html.escape(String.join("\n", machine.jvmFlags())))
          .append("</code></pre>\n");
    }
    return html.append("</section>\n").toString();
  }

  private void fact(String name, String value) {
    html.append(
        "<div><dt>%s</dt><dd>%s</dd></div>\n"
            .formatted(
                Html.escape(name), value == null ? "could not be read" : Html.escape(value)));
  }

  private void findings(List<Environment.Finding> findings) {
    List<Environment.Finding> worth =
        findings.stream().filter(finding -> !"good".equals(finding.grade())).toList();
    if (worth.isEmpty()) {
      return;
    }
    html.append("<h3>What makes these figures noisier than they need be</h3>\n<ul>\n");
    for (Environment.Finding finding : worth) {
      html.append(
          "<li>%s: %s (%s)%s</li>\n"
              .formatted(
                  Html.escape(finding.name()),
                  Html.escape(String.valueOf(finding.value())),
                  Html.escape(finding.grade()),
                  finding.remedy() == null ? "" : "; " + Html.escape(finding.remedy())));
    }
    html.append("</ul>\n");
  }

  private void yardsticks() {
    if (run.yardsticks().isEmpty()) {
      return;
    }
    HtmlTable table =
        new HtmlTable(
            "Yardsticks: what this machine needs for something elementary, in the same run",
            List.of("yardstick", "boundary", "placement", "bytes", "processes", "figure"),
            3);
    for (int i = 0; i < run.yardsticks().size(); i++) {
      Yardstick yardstick = run.yardsticks().get(i);
      table.row(yardstick.name(), i);
      String cost = yardstick.trapCost() == null ? "" : ", trap cost " + yardstick.trapCost();
      optional(table, yardstick.boundary() == null ? null : yardstick.boundary() + cost);
      optional(table, yardstick.placement());
      table.figure(yardstick.payloadBytes(), Figures.bytes(yardstick.payloadBytes()));
      table.figure(yardstick.processes(), String.valueOf(yardstick.processes()));
      table.figure(yardstick.value(), Html.escape(value(yardstick)));
    }
    html.append(table.html());
    RecordingCost.sentence(run)
        .ifPresent(sentence -> html.append("<p>%s</p>\n".formatted(Html.escape(sentence))));
  }

  private static void optional(HtmlTable table, String text) {
    if (text == null) {
      table.none("does not depend on it");
    } else {
      table.text(text);
    }
  }

  private static String value(Yardstick yardstick) {
    return switch (yardstick.unit()) {
      case "ns/op" -> Figures.nanos(yardstick.value());
      case "B/s" -> Figures.bandwidth(yardstick.value());
      default -> Figures.significant(yardstick.value()) + " " + yardstick.unit();
    };
  }

  private static String nanos(Double value) {
    return value == null ? null : Figures.nanos(value);
  }
}
