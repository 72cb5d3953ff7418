package org.hgbench.results;

import java.nio.file.Path;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.report.ReportWriter;

/// Writes the invented run with its charts and report to a directory, for looking at them.
public final class Preview {
  /// Writes to the directory that the only argument names.
  public static void main(String[] arguments) throws Exception {
    RunDirectory directory = SampleRun.write(new RunDirectory(Path.of(arguments[0])), 42);
    ReportWriter.write(directory);
  }
}
