package org.hgbench.hgsmi.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeMap;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.junit.jupiter.api.Test;

class FirstFitPoolTest {
  private static final int BASE = 0xF0000;

  private final FirstFitPool pool = new FirstFitPool(BASE, 65520);

  @Test
  void roundsUpToGranules() {
    assertThat(pool.allocate(24)).isEqualTo(BASE);
    assertThat(pool.allocate(32)).isEqualTo(BASE + 32);
    assertThat(pool.allocate(33)).isEqualTo(BASE + 64);
    assertThat(pool.allocate(0)).isEqualTo(BASE + 112);
    assertThat(pool.allocate(1)).isEqualTo(BASE + 128);
  }

  @Test
  void takesTheFirstGapThatFits() {
    int a = pool.allocate(32);
    pool.allocate(16);
    int c = pool.allocate(48);
    pool.allocate(16);
    pool.free(a, 32);
    pool.free(c, 48);
    assertThat(pool.allocate(40)).isEqualTo(c);
    assertThat(pool.allocate(20)).isEqualTo(a);
  }

  @Test
  void hasNoRoomWhenFull() {
    assertThat(pool.allocate(65521)).isEqualTo(HgsmiPorts.VOID);
    assertThat(pool.allocate(65520)).isEqualTo(BASE);
    assertThat(pool.allocate(1)).isEqualTo(HgsmiPorts.VOID);
    pool.free(BASE, 65520);
    assertThat(pool.allocate(1)).isEqualTo(BASE);
  }

  @Test
  void refusesToFreeWhatIsNotTaken() {
    int a = pool.allocate(64);
    pool.free(a, 64);
    assertThatThrownBy(() -> pool.free(a, 64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not allocated: offset=0xf0000 bytes=64");
    int b = pool.allocate(32);
    for (int offset : new int[] {b + 8, b + 16, b - 16, b + 65520, HgsmiPorts.VOID}) {
      assertThatThrownBy(() -> pool.free(offset, 32)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> pool.free(b, 0xFFFFFFFFL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverHandsOutTheSameBytesTwice() {
    Random random = new Random(2026);
    TreeMap<Integer, Integer> live = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      if (live.isEmpty() || random.nextInt(100) < 55) {
        int bytes = 1 + random.nextInt(random.nextBoolean() ? 64 : 8192);
        int offset = pool.allocate(bytes);
        if (offset != HgsmiPorts.VOID) {
          assertThat(offset).isBetween(BASE, BASE + 65520 - bytes);
          var below = live.floorEntry(offset);
          var above = live.ceilingKey(offset);
          assertThat(below == null || below.getKey() + below.getValue() <= offset).isTrue();
          assertThat(above == null || offset + bytes <= above).isTrue();
          live.put(offset, bytes);
        }
      } else {
        int offset = live.floorKey(live.firstKey() + random.nextInt(65520));
        pool.free(offset, live.remove(offset));
      }
    }
    live.forEach(pool::free);
    assertThat(pool.allocate(65520)).isEqualTo(BASE);
  }
}
