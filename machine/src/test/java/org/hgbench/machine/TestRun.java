package org.hgbench.machine;

import java.io.PrintWriter;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/// Runs test classes where there is no Maven: `scripts/kvm-in-qemu`. A test that is skipped there
/// is as bad as one that fails.
final class TestRun {
  private TestRun() {}

  /// Exits with 0 if at least one test ran and all passed, otherwise with 1.
  ///
  /// @param classes names of test classes
  public static void main(String[] classes) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Stream.of(classes).map(DiscoverySelectors::selectClass).toList())
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener, new Progress());
    TestExecutionSummary summary = listener.getSummary();
    summary.printFailuresTo(new PrintWriter(System.out), 10);
    summary.printTo(new PrintWriter(System.out));
    boolean isClean = summary.getTotalFailureCount() == 0 && summary.getTestsAbortedCount() == 0;
    System.exit(isClean && summary.getTestsSucceededCount() > 0 ? 0 : 1);
  }

  private static final class Progress implements TestExecutionListener {
    private final long start = System.nanoTime();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        System.out.printf(
            "%4d s %s %s%s%n",
            (System.nanoTime() - start) / 1_000_000_000,
            result.getStatus(),
            test.getDisplayName(),
            result.getThrowable().map(t -> ": " + t.getMessage()).orElse(""));
      }
    }
  }
}
