package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.hgbench.machine.ChangedWords;
import org.hgbench.machine.GuestReads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A guest that changes each word of RAM right after the host has read it, one at a time: at every
/// place where the host reads RAM, it must have checked and must use what it read first.
@Execution(ExecutionMode.CONCURRENT)
class ChangedWordTest {
  @Test
  void theHostUsesWhatItReadWhateverTheGuestWritesAfterwards() throws Exception {
    Set<String> places = ChangedWords.check("org.hgbench.hgcm.", "org.hgbench.hgcm.RequestScript");
    assertThat(places).containsAll(GuestReads.places("hgcm", "RAM"));
    assertThat(places).containsAll(GuestReads.places("hgcm", "either"));
  }
}
