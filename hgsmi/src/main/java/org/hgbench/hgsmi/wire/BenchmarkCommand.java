package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The commands of the benchmark channel: the least work that shows that data really arrived.
///
/// | command | data | host |
/// |---|---|---|
/// | [#SINK] | n bytes | adds them up ([GuestMemory#sum]), writes nothing back |
/// | [#ECHO] | `{u64 a, u64 b}` | answers `{b, a + b}` in place |
/// | [#FILL] | n bytes, at least 8; the first 8 are a seed word | overwrites all n with that word |
/// | [#QUERY] | `{u64 count, u64 sum}` | answers what [#SINK] added up since the last query |
///
/// Less data than a command needs: `INVALID_PARAMETER`, nothing written. Unknown commands:
/// `INVALID_FUNCTION`.
///
/// Differs: no such channel exists in VirtualBox; see [Channel#BENCHMARK].
public final class BenchmarkCommand {
  /// Reads all data.
  public static final int SINK = 1;

  /// Reads two words and answers with two.
  public static final int ECHO = 2;

  /// Writes all data.
  public static final int FILL = 3;

  /// Asks what was read.
  public static final int QUERY = 4;

  /// The data size of [#ECHO].
  public static final int ECHO_SIZE = 16;

  /// The least data size of [#FILL].
  public static final int FILL_LEAST_SIZE = 8;

  /// The data size of [#QUERY].
  public static final int QUERY_SIZE = 16;

  private BenchmarkCommand() {}

  /// The two words of [#ECHO], a question before the command and an answer after it. On a measured
  /// path, so there is no object that a compiler would have to remove.
  public static final class Echo {
    private Echo() {}

    /// Writes them to memory.
    public static void write(GuestMemory memory, long at, long a, long b) {
      memory.u64(at, a);
      memory.u64(at + 8, b);
    }

    /// Host: answers in place. Reads each word once.
    public static void answer(GuestMemory memory, long at) {
      long a = memory.u64(at);
      long b = memory.u64(at + 8);
      memory.u64(at, b);
      memory.u64(at + 8, a + b);
    }

    /// The first word.
    public static long a(GuestMemory memory, long at) {
      return memory.u64(at);
    }

    /// The second word.
    public static long b(GuestMemory memory, long at) {
      return memory.u64(at + 8);
    }
  }

  /// What [#SINK] has read.
  ///
  /// @param count how many buffers
  /// @param sum of all their bytes, as [GuestMemory#sum] adds them
  public record Sunk(long count, long sum) {
    /// Copies it out of memory.
    public static Sunk read(GuestMemory memory, long at) {
      return new Sunk(memory.u64(at), memory.u64(at + 8));
    }

    /// Writes it to memory.
    public void write(GuestMemory memory, long at) {
      memory.u64(at, count);
      memory.u64(at + 8, sum);
    }
  }

  /// The seed word of [#FILL].
  public static long fillWord(GuestMemory memory, long at) {
    return memory.u64(at);
  }

  /// Sets the seed word of [#FILL].
  public static void fillWord(GuestMemory memory, long at, long word) {
    memory.u64(at, word);
  }
}
