package org.hgbench.results;

import java.nio.file.Path;
import java.util.List;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.report.ReportWriter;
import org.hgbench.results.report.RunPlots;

/// Writes two invented runs with their charts and reports to a directory, and both laid over each
/// other, for looking at them.
public final class Preview {
  /// Writes to the directory that the first argument names. With `full` as the second the runs are
  /// of 300 measurements and 24 forks each.
  public static void main(String[] arguments) throws Exception {
    Path target = Path.of(arguments[0]);
    boolean full = arguments.length > 1 && arguments[1].equals("full");
    RunDirectory base = write(target.resolve("base"), 42, 1, full);
    RunDirectory next = write(target.resolve("new"), 43, 1.06, full);
    ReportWriter.write(base);
    RunPlots.write(List.of(base, next), target.resolve("overlaid"));
  }

  private static RunDirectory write(Path path, long seed, double slowdown, boolean full)
      throws Exception {
    RunDirectory directory = new RunDirectory(path);
    return full
        ? FullRun.write(directory, seed, 24, slowdown)
        : SampleRun.write(directory, seed, slowdown);
  }
}
