package org.hgbench.harness.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.hgbench.results.io.InvalidRunException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a run has measured so far, on disk after each fork, so that neither a signal nor a power
/// cut loses more than the fork in flight.
///
/// ```text
///   journal.log
///     CRC32 {"schema":"hgbench.journal/1","startedAt":...,"command":[...],...}
///     CRC32 {"fork":"KEY","startedAt":...,"tookMillis":...,"files":{"json":...,"hlog":...}}
///     ...
/// ```
///
/// One line per fork, forced to disk before the next fork starts, and held against its checksum
/// when it is read. A last line that is cut short is a fork that was not finished: it is dropped.
/// Damage before that is refused by the number of its line. One process at a time has it open.
public final class Journal implements AutoCloseable {
  /// The file's name in the run directory.
  public static final String NAME = "journal.log";

  private static final String SCHEMA = "hgbench.journal/1";
  private static final JsonMapper JSON = new JsonMapper();

  /// What all forks have in common.
  ///
  /// @param schema of the journal
  /// @param startedAt when the run began, ISO 8601 with zone
  /// @param command the command line that repeats the run
  /// @param plan fingerprint of the plan
  /// @param conditions what must not change while a run is measured, by name
  public record Header(
      String schema,
      String startedAt,
      List<String> command,
      String plan,
      Map<String, String> conditions) {
    /// Of a run that begins.
    public Header(
        String startedAt, List<String> command, String plan, Map<String, String> conditions) {
      this(SCHEMA, startedAt, command, plan, conditions);
    }
  }

  /// One fork that was measured.
  ///
  /// @param fork which
  /// @param startedAt when it began, ISO 8601 with zone
  /// @param tookMillis how long it took
  /// @param files the files that it left, by the end of their names
  record Entry(String fork, String startedAt, long tookMillis, Map<String, String> files) {}

  private final Path file;
  private final FileChannel channel;
  private final Header header;
  private final Map<String, Entry> entries;

  private Journal(Path file, FileChannel channel, Header header, List<Entry> entries) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    this.entries = new LinkedHashMap<>();
    entries.forEach(entry -> this.entries.put(entry.fork(), entry));
  }

  /// Begins the journal of a run in an empty directory.
  public static Journal create(Path directory, Header header) throws IOException {
    Path file = directory.resolve(NAME);
    FileChannel channel =
        locked(
            file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    Journal journal = new Journal(file, channel, header, List.of());
    journal.write(header);
    return journal;
  }

  /// Opens the journal of a run that was stopped.
  ///
  /// @throws InvalidRunException if there is none, it is damaged, or another process writes it
  public static Journal open(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new InvalidRunException(
          directory,
          Files.exists(directory.resolve("run.json"))
              ? "is complete; there is nothing to resume"
              : "is no run that can be resumed: it holds no " + NAME);
    }
    FileChannel channel =
        locked(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    try {
      JournalText text = JournalText.of(file, read(channel));
      channel.truncate(text.soundBytes());
      channel.position(text.soundBytes());
      if (text.lines().isEmpty()) {
        throw new InvalidRunException(file, "holds no header; nothing was measured, start anew");
      }
      Header header = parse(file, text.lines().getFirst(), Header.class);
      if (!SCHEMA.equals(header.schema())) {
        throw new InvalidRunException(
            file, "has schema \"%s\", not \"%s\"".formatted(header.schema(), SCHEMA));
      }
      List<Entry> entries = new ArrayList<>();
      for (String line : text.lines().subList(1, text.lines().size())) {
        entries.add(parse(file, line, Entry.class));
      }
      return new Journal(file, channel, header, entries);
    } catch (RuntimeException | IOException e) {
      channel.close();
      throw e;
    }
  }

  /// What all forks have in common.
  public Header header() {
    return header;
  }

  /// How many forks it holds.
  public int size() {
    return entries.size();
  }

  /// The fork of this key, or null if it was not measured.
  Entry entry(String fork) {
    return entries.get(fork);
  }

  /// Adds a fork; it is on disk when this returns.
  ///
  /// @throws IOException if it cannot be written; what was there before is untouched
  void append(Entry entry) throws IOException {
    write(entry);
    entries.put(entry.fork(), entry);
  }

  /// Ends the journal of a run that is complete and stands in `run.json`.
  void delete() throws IOException {
    Files.delete(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void write(Object value) throws IOException {
    byte[] json = JSON.writeValueAsBytes(value);
    byte[] lead = (checksum(json) + " ").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer line = ByteBuffer.allocate(lead.length + json.length + 1);
    line.put(lead).put(json).put((byte) '\n').flip();
    long before = channel.position();
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(before);
      throw e;
    }
  }

  static String checksum(byte[] json) {
    CRC32 crc = new CRC32();
    crc.update(json);
    return "%08x".formatted(crc.getValue());
  }

  private static byte[] read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // Goes on until the end of the file.
    }
    return bytes.array();
  }

  private static FileChannel locked(Path file, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new InvalidRunException(file, "is being written by another hgbench; wait for its end");
    }
    return channel;
  }

  private static <T> T parse(Path file, String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JacksonException e) {
      throw new InvalidRunException(file, "is of another version: " + e.getOriginalMessage(), e);
    }
  }
}
