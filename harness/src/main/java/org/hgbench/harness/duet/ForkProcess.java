package org.hgbench.harness.duet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The coordinator's end of one agent: asks and waits for the answer, for a bounded time.
///
/// While the agent works, the coordinator's thread is blocked and its reader waits in `read`, so
/// that nothing runs beside the turn.
final class ForkProcess implements AutoCloseable {
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);
  private static final String END = "";

  private final String name;
  private final Process process;
  private final Path complaints;
  private final OutputStream out;
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

  /// @param name in sentences: `the new fork of call-hgsmi, block 3`
  /// @param complaints file for what it prints to standard error
  ForkProcess(String name, List<String> command, Path complaints) {
    this.name = name;
    this.complaints = complaints;
    try {
      process = new ProcessBuilder(command).redirectError(complaints.toFile()).start();
    } catch (IOException e) {
      throw new DuetException(name + " could not be started: " + e.getMessage(), e);
    }
    out = process.getOutputStream();
    Thread.ofPlatform().daemon().name("duet reader").start(this::read);
  }

  /// Waits for the greeting, and that it is of the right protocol.
  ///
  /// @throws NotComparableException if it speaks another
  void greeted(Duration bound) {
    Message hello = receive("hello", bound);
    if (!Message.PROTOCOL.equals(hello.fields().get("protocol"))) {
      throw new NotComparableException(
          "%s speaks %s, not %s"
              .formatted(
                  name,
                  Message.shown(String.valueOf(hello.fields().get("protocol"))),
                  Message.PROTOCOL));
    }
  }

  /// Sends a message and returns the answer, which must be of this kind.
  ///
  /// @throws DuetException if the agent dies, hangs, reports an error or answers anything else
  /// @throws RefusedException if it refuses
  Message ask(Message message, String expected, Duration bound) {
    try {
      out.write((message.line() + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      throw died();
    }
    return receive(expected, bound);
  }

  private Message receive(String expected, Duration bound) {
    String line = poll(bound);
    if (line == null) {
      throw new DuetException(
          "%s hung: no '%s' within %d s%s"
              .formatted(name, expected, bound.toSeconds(), lastWords()));
    }
    if (line.equals(END)) {
      throw died();
    }
    Message message = parse(line);
    if (message.kind().equals(expected)) {
      return message;
    }
    String text = Message.shown(message.fields().getOrDefault("text", ""));
    throw switch (message.kind()) {
      case "refused" -> new RefusedException(name + " refuses: " + text);
      case "error" ->
          new DuetException(
              "%s failed (%s): %s%s"
                  .formatted(
                      name,
                      Message.shown(message.fields().getOrDefault("code", "?")),
                      text,
                      lastWords()));
      default -> nonsense("'" + message.kind() + "' instead of '" + expected + "'");
    };
  }

  private Message parse(String line) {
    try {
      return Message.parse(line);
    } catch (ProtocolException e) {
      throw nonsense(e.getMessage());
    }
  }

  /// The exception for an answer that breaks the protocol.
  DuetException nonsense(String what) {
    return new DuetException("%s spoke nonsense: %s".formatted(name, what));
  }

  private String poll(Duration bound) {
    try {
      return lines.poll(bound.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DuetException("interrupted while waiting for " + name, e);
    }
  }

  private DuetException died() {
    boolean ended = ended();
    return new DuetException(
        ended
            ? "%s died with exit code %d%s".formatted(name, process.exitValue(), lastWords())
            : "%s closed its output but lives on%s".formatted(name, lastWords()));
  }

  private boolean ended() {
    try {
      return process.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String lastWords() {
    try {
      return Files.readString(complaints, StandardCharsets.ISO_8859_1)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
          .findFirst()
          .map(line -> ": " + Message.shown(line.strip()))
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private void read() {
    try (InputStream in = new BufferedInputStream(process.getInputStream())) {
      StringBuilder line = new StringBuilder();
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        if (octet == '\n') {
          lines.add(line.isEmpty() ? " " : line.toString().stripTrailing());
          line.setLength(0);
        } else if (line.length() <= Message.LONGEST) {
          line.append((char) octet);
        }
      }
    } catch (IOException e) {
      // The process was destroyed: for the reader the same as the end of its output.
    } finally {
      lines.add(END);
    }
  }

  /// Ends the process and those it started, if they still live.
  @Override
  public void close() {
    List<ProcessHandle> below = process.descendants().toList();
    try {
      out.close();
    } catch (IOException e) {
      // It has ended already, and nobody reads what was left to write.
    }
    if (!ended()) {
      process.destroyForcibly();
      below.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
