package org.hgbench.hgsmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.hgbench.machine.ChangedWords;
import org.hgbench.machine.GuestReads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A guest that changes each word of VRAM right after the host has read it, one at a time: at every
/// place where the host reads VRAM, it must have checked and must use what it read first.
@Execution(ExecutionMode.CONCURRENT)
class ChangedWordTest {
  /// Changed atomically, so that there is no moment in between.
  private static final Set<String> ATOMIC =
      Set.of("hgsmi.host.GuestFlags.set", "hgsmi.host.GuestFlags.clear");

  /// What a display does that only the harness has.
  private static final Set<String> ELSEWHERE = Set.of("hgsmi.host.VbvaRecord.copyTo");

  @Test
  void theHostUsesWhatItReadWhateverTheGuestWritesAfterwards() throws Exception {
    Set<String> places = new TreeSet<>();
    for (String display : new String[] {"counting", "framebuffer"}) {
      places.addAll(
          ChangedWords.check("org.hgbench.hgsmi.", "org.hgbench.hgsmi.CommandScript", display));
    }
    assertThat(places).containsExactlyInAnyOrderElementsOf(listed());
  }

  private static Set<String> listed() throws IOException {
    Set<String> listed = GuestReads.places("hgsmi", "VRAM");
    listed.removeAll(ATOMIC);
    listed.removeAll(ELSEWHERE);
    return listed;
  }
}
