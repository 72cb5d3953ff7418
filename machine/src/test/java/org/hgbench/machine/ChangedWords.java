package org.hgbench.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hgbench.machine.memory.GuestMemory;

/// A second vCPU that changes a word in the worst moment: right after the host has read it.
///
/// A script is played once as it is. Then it is played again for every word that the host read, and
/// the word is changed after just that read. Whatever the host does in the step must come out as if
/// nothing had changed: it has checked, and uses, what it read first.
public final class ChangedWords {
  /// How many words of a long read are changed, one at a time.
  private static final int MOST_WORDS = 40;

  private static final int FIRST_WORDS = 12;

  /// How a word is changed: into what cannot be, into what is only a little wrong, and into
  /// nothing.
  private enum Way {
    INVERTED,
    ONE_MORE_OR_LESS,
    ZERO;

    byte changed(byte before, int position) {
      return switch (this) {
        case INVERTED -> (byte) ~before;
        case ONE_MORE_OR_LESS -> (byte) (before ^ (position == 0 ? 1 : 0));
        case ZERO -> 0;
      };
    }
  }

  private static final int WORD = Integer.BYTES;

  private final Script script;
  private final Set<String> places = new TreeSet<>();
  private int changes;

  /// What a guest does, always in the same way. Its classes are loaded by [WatchedReads].
  public interface Script extends AutoCloseable {
    /// A new machine, at the first step.
    void restart();

    /// How many steps there are.
    int steps();

    /// The guest writes what the host will look at.
    void prepare(int step);

    /// The host looks at it, and is done.
    void perform(int step);

    /// The memory whose words are changed.
    GuestMemory memory();

    /// Whether a word is shared in such a way that the host has to see changes.
    boolean isShared(long at);

    /// What host and guest hold beside the memory.
    String state();

    @Override
    void close();
  }

  private record Read(long at, long length) {}

  private record Outcome(byte[] memory, String state) {}

  private ChangedWords(Script script) {
    this.script = script;
  }

  /// Plays a script in all its ways.
  ///
  /// @param prefix of the names of the transport's classes, such as `org.hgbench.hgsmi.`
  /// @param name of the class of the script
  /// @param arguments of its constructor
  /// @return the places in host code that read, such as `hgsmi.host.Pointer.shape`
  /// @throws AssertionError if a change made a difference
  public static Set<String> check(String prefix, String name, Object... arguments)
      throws ReflectiveOperationException {
    WatchedReads loader = new WatchedReads(prefix);
    ChangedWords words = new ChangedWords(loader.create(Script.class, name, arguments));
    loader.run(words::check);
    return words.places;
  }

  private void check() {
    try {
      for (int step = 0; step < script.steps(); step++) {
        check(step);
      }
    } finally {
      WatchedReads.tell(WatchedReads.Observer.NONE);
      script.close();
    }
    if (changes < places.size()) {
      throw new AssertionError("hardly a word was changed: " + changes);
    }
  }

  private void check(int step) {
    playTo(step);
    List<Read> reads = new ArrayList<>();
    WatchedReads.tell((memory, at, length) -> {
      if (isOfTheHost(memory, at)) {
        reads.add(new Read(positionOf(memory, at), length));
        places.add(place());
      }
    });
    script.perform(step);
    WatchedReads.tell(WatchedReads.Observer.NONE);
    Outcome expected = outcome();
    for (int read = 0; read < reads.size(); read++) {
      for (long at : words(reads.get(read))) {
        for (Way way : Way.values()) {
          if (!script.isShared(at & -WORD)) {
            check(step, read, reads.get(read), at, way, expected);
          }
        }
      }
    }
  }

  private void check(int step, int which, Read read, long at, Way way, Outcome expected) {
    playTo(step);
    int length = (int) Math.min(WORD, read.at() + read.length() - at);
    Change change = new Change(which, at, length, way);
    WatchedReads.tell(change);
    script.perform(step);
    WatchedReads.tell(WatchedReads.Observer.NONE);
    change.takeBack(expected);
    changes++;
    Outcome outcome = outcome();
    int difference = Arrays.mismatch(outcome.memory(), expected.memory());
    if (difference >= 0 || !outcome.state().equals(expected.state())) {
      throw new AssertionError(
          "step %d: a change of what %s read at 0x%x made a difference: %s"
              .formatted(
                  step,
                  change.place,
                  at,
                  difference >= 0
                      ? "memory at 0x%x".formatted(difference)
                      : outcome.state() + " instead of " + expected.state()));
    }
  }

  private void playTo(int step) {
    script.restart();
    for (int i = 0; i < step; i++) {
      script.prepare(i);
      script.perform(i);
    }
    script.prepare(step);
  }

  private Outcome outcome() {
    byte[] bytes = new byte[Math.toIntExact(script.memory().bytes())];
    script.memory().copyTo(0, bytes, 0, bytes.length);
    return new Outcome(bytes, script.state());
  }

  /// The words of a read that are worth a change: the first ones, the last one, and those between
  /// in which there is something.
  private List<Long> words(Read read) {
    List<Long> words = new ArrayList<>();
    long last = read.at() + Math.max(0, read.length() - WORD);
    for (long at = read.at(); at < last && words.size() < MOST_WORDS; at += WORD) {
      if (at < read.at() + WORD * FIRST_WORDS || script.memory().u32(at) != 0) {
        words.add(at);
      }
    }
    words.add(last);
    return words;
  }

  private boolean isOfTheHost(GuestMemory memory, long at) {
    return script.memory().contains(positionOf(memory, at), 1) && place() != null;
  }

  private long positionOf(GuestMemory memory, long at) {
    return memory.processAddress() + at - script.memory().processAddress();
  }

  /// The method of the host that reads, itself or through the wire; null if it is not the host.
  private static String place() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames
                .filter(frame -> !frame.getClassName().startsWith("org.hgbench.machine."))
                .filter(frame -> !frame.getClassName().contains(".wire."))
                .findFirst())
        .map(frame ->
            frame.getClassName().replace('$', '.').substring("org.hgbench.".length())
                + "."
                + frame.getMethodName())
        .filter(name -> name.contains(".host.") || name.contains(".service."))
        .orElse(null);
  }

  /// Changes a word after the host's n-th read of a step.
  private final class Change implements WatchedReads.Observer {
    private final long at;
    private final Way way;
    private final byte[] before;
    private final byte[] changed;
    private int left;
    private String place = "nobody";

    Change(int which, long at, int length, Way way) {
      this.left = which;
      this.at = at;
      this.way = way;
      this.before = new byte[length];
      this.changed = new byte[length];
    }

    @Override
    public void read(GuestMemory memory, long position, long length) {
      if (isOfTheHost(memory, position) && left-- == 0) {
        place = ChangedWords.place();
        script.memory().copyTo(at, before, 0, before.length);
        for (int i = 0; i < changed.length; i++) {
          changed[i] = way.changed(before[i], i);
        }
        script.memory().copyFrom(at, changed, 0, changed.length);
      }
    }

    /// Undoes it, unless the host has written something else there since.
    void takeBack(Outcome expected) {
      byte[] now = new byte[before.length];
      script.memory().copyTo(at, now, 0, now.length);
      if (Arrays.equals(now, changed)) {
        script.memory().copyFrom(at, expected.memory(), (int) at, now.length);
      }
    }
  }
}
