package org.hgbench.harness.duet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import org.hgbench.harness.link.Verification;

/// A fork of a duet: does nothing until it is given a turn, and tells what the turn gave.
///
/// It speaks `hgbench.duet/1` over standard input and output; whatever else is printed goes to
/// standard error. It ends when it is told to, when its input ends, or after an error.
public final class Agent {
  private static final int FAILED = 70;
  private static final long LONGEST_TURN_MICROS = 10_000_000;
  private static final long PARK_BOUND_NANOS = 60_000_000_000L;

  private final BufferedReader in;
  private final PrintStream out;
  private final Work.Opener opener;
  private final Slowdown slowdown;

  private Work work;
  private SliceTimer timer;
  private OtherThreads others;

  Agent(InputStream in, PrintStream out, Work.Opener opener, Slowdown slowdown) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    this.out = out;
    this.opener = opener;
    this.slowdown = slowdown;
  }

  /// Starts the agent of this build.
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    System.setOut(System.err);
    System.exit(new Agent(System.in, out, LinkWork::open, Slowdown.ofThisFork()).serve());
  }

  /// Serves one coordinator and returns the exit code.
  int serve() throws IOException {
    say(Message.of("hello", "protocol", Message.PROTOCOL));
    try {
      while (true) {
        String line = readLine();
        if (line == null) {
          return 0;
        }
        if (!answer(Message.parse(line))) {
          return 0;
        }
      }
    } catch (ProtocolException e) {
      say(Message.of("error", "code", e.code(), "text", e.getMessage()));
      return FAILED;
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      say(Message.of("error", "code", "failed", "text", String.valueOf(e)));
      return FAILED;
    } finally {
      if (work != null) {
        work.close();
      }
    }
  }

  /// Whether to go on.
  private boolean answer(Message message) throws ProtocolException {
    switch (message.kind()) {
      case "open" -> open(message);
      case "turn" -> turn(message);
      case "close" -> {
        close();
        return false;
      }
      default ->
          throw new ProtocolException(
              "state", "no message '%s'; there are open, turn, close".formatted(message.kind()));
    }
    return true;
  }

  private void open(Message message) throws ProtocolException {
    if (work != null) {
      throw new ProtocolException("state", "'open' came twice");
    }
    try {
      work = opener.open(message);
    } catch (IllegalArgumentException e) {
      say(Message.of("refused", "text", String.valueOf(e.getMessage())));
      return;
    }
    timer = new SliceTimer(work, slowdown);
    others = OtherThreads.ofThisProcess();
    park();
    say(Message.of("opened"));
  }

  private void turn(Message message) throws ProtocolException {
    if (work == null) {
      throw new ProtocolException("state", "'turn' came before 'open'");
    }
    long discard = message.number("discardMicros", 0, LONGEST_TURN_MICROS);
    long micros = message.number("micros", 1, LONGEST_TURN_MICROS);
    SliceTimer.Slice slice = timer.run(discard * 1000, micros * 1000);
    OtherThreads.State state = park();
    say(
        Message.of(
            "done",
            "operations",
            slice.operations(),
            "nanos",
            slice.nanos(),
            "nanosPerOperation",
            slice.nanosPerOperation(),
            "threads",
            state == OtherThreads.State.PARKED ? "parked" : "unknown"));
  }

  private OtherThreads.State park() throws ProtocolException {
    OtherThreads.State state = others.await(PARK_BOUND_NANOS);
    if (state == OtherThreads.State.BUSY) {
      throw new ProtocolException(
          "busy",
          "the thread '%s' still works %d s after the end of its turn%s"
              .formatted(others.busiest(), PARK_BOUND_NANOS / 1_000_000_000, load()));
    }
    return state;
  }

  /// A thread that gets no processor looks like one that works.
  private static String load() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return load(system.getSystemLoadAverage(), system.getAvailableProcessors());
  }

  static String load(double load, int processors) {
    return load <= processors
        ? ""
        : ": the machine is loaded (%.0f tasks on %d processors), so stop what else runs"
            .formatted(load, processors);
  }

  private void close() {
    Verification verified = work == null ? Verification.OK : work.verify();
    say(Message.of("closed", "verified", verified.ok(), "detail", verified.detail()));
  }

  /// A line without its end, null at the end of input. No line is read further than a message may
  /// be long.
  private String readLine() throws IOException, ProtocolException {
    StringBuilder line = new StringBuilder();
    int octet = in.read();
    if (octet < 0) {
      return null;
    }
    while (octet >= 0 && octet != '\n') {
      line.append((char) octet);
      if (line.length() > Message.LONGEST) {
        throw new ProtocolException(
            "syntax", "a line is longer than " + Message.LONGEST + " octets");
      }
      octet = in.read();
    }
    return line.toString();
  }

  private void say(Message message) {
    out.println(message.line());
    out.flush();
  }
}
