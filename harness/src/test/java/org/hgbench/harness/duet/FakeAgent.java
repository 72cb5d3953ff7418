package org.hgbench.harness.duet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An agent that does nothing, and can misbehave in every way: the property `fake` says how.
final class FakeAgent {
  private static final String HOW = System.getProperty("fake", "honest");
  private static final String SIDE = System.getProperty("side", "?");
  private static final Path JOURNAL = Path.of(System.getProperty("journal", "/dev/null"));
  private static final long TURN_NANOS = 2_000_000;

  private FakeAgent() {}

  /// Speaks the protocol, more or less.
  public static void main(String[] args) throws IOException {
    if (HOW.equals("dies at once")) {
      System.err.println("no room on this machine");
      System.exit(3);
    }
    System.out.println(
        "hello protocol=" + (HOW.equals("is newer") ? "hgbench.duet/9" : "hgbench.duet/1"));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line.split(" ")[0]) {
        case "open" ->
            System.out.println(HOW.equals("refuses") ? "refused text=too%20old" : "opened");
        case "turn" -> System.out.println(turn(in));
        case "close" -> {
          System.out.println("closed verified=" + !HOW.equals("loses") + " detail=");
          return;
        }
        default -> throw new IOException("the coordinator said " + line);
      }
    }
  }

  private static String turn(BufferedReader in) throws IOException {
    write("begin");
    long end = System.nanoTime() + TURN_NANOS;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    write("end");
    return switch (HOW) {
      case "dies" -> {
        System.err.println("the guest fell over");
        System.exit(9);
        yield "";
      }
      case "hangs" -> {
        in.readLine(); // Nothing comes while the coordinator waits.
        yield "";
      }
      case "babbles" -> "Hello, World!";
      case "answers something else" -> "opened";
      case "counts nothing" -> "done operations=0 nanos=1 nanosPerOperation=1 threads=parked";
      case "measures nothing" -> "done operations=1 nanos=1 nanosPerOperation=NaN threads=parked";
      case "lacks a field" -> "done operations=1 nanosPerOperation=1";
      case "reports an error" -> "error code=busy text=threads%20still%20work";
      default ->
          "done operations=10 nanos=1000 threads=parked nanosPerOperation="
              + System.getProperty("nanos", "100");
    };
  }

  private static void write(String what) throws IOException {
    Files.writeString(
        JOURNAL, what + " " + SIDE + " " + System.nanoTime() + "\n", StandardOpenOption.APPEND);
  }
}
