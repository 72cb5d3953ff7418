package org.hgbench.hgsmi.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetQueueTest {
  @Test
  void behavesLikeAListWhateverIsAskedOfIt() {
    Random random = new Random(7);
    OffsetQueue queue = new OffsetQueue();
    List<Integer> model = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int offset = random.nextInt(40);
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          if (model.size() < 100) {
            queue.add(offset);
            model.add(offset);
          }
        }
        case 2 -> assertThat(queue.remove(offset)).isEqualTo(model.remove((Integer) offset));
        default -> {
          if (!model.isEmpty()) {
            assertThat(queue.poll()).isEqualTo(model.removeFirst());
          }
        }
      }
      assertThat(queue.size()).isEqualTo(model.size());
      assertThat(queue.isEmpty()).isEqualTo(model.isEmpty());
    }
    assertThat(model).isNotEmpty();
    for (int i = 0; i < model.size(); i++) {
      assertThat(queue.at(i)).isEqualTo(model.get(i));
    }
    queue.clear();
    assertThat(queue.isEmpty()).isTrue();
  }
}
