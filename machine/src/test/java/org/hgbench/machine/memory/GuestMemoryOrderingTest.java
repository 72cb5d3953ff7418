package org.hgbench.machine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What two threads see of each other's accesses.
class GuestMemoryOrderingTest {
  private static final long PAYLOAD = 0;
  private static final long FLAG = 256;
  private static final int MESSAGES = 300_000;

  private final MachineMemory machine =
      MachineMemory.create(List.of(new MemoryRegion(MemoryRegion.RAM, 0, 4096)));
  private final GuestMemory memory = machine.ram();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  @AfterEach
  void end() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    machine.close();
  }

  @Test
  void aReleasedFlagIsNeverSeenBeforeThePayload() throws Exception {
    long torn =
        together(
            () -> {
              for (int i = 1; i <= MESSAGES; i++) {
                memory.u32(PAYLOAD, i);
                memory.u64(PAYLOAD + 64, i);
                memory.u32Release(FLAG, i);
              }
              return 0L;
            },
            () -> {
              long early = 0;
              int seen = 0;
              while (seen < MESSAGES) {
                seen = memory.u32Acquire(FLAG);
                early += memory.u32(PAYLOAD) < seen || memory.u64(PAYLOAD + 64) < seen ? 1 : 0;
              }
              return early;
            });

    assertThat(torn).isZero();
  }

  @Test
  void compareAndSetLosesNoIncrement() throws Exception {
    Callable<Long> increments =
        () -> {
          for (int i = 0; i < MESSAGES; i++) {
            int before;
            do {
              before = memory.u32Acquire(FLAG);
            } while (!memory.u32CompareAndSet(FLAG, before, before + 1));
          }
          return 0L;
        };

    together(increments, increments);

    assertThat(memory.u32(FLAG)).isEqualTo(2 * MESSAGES);
  }

  @Test
  void orAndAndOfDifferentBitsDoNotDisturbEachOther() throws Exception {
    long lost = together(() -> toggle(0x0000_0001), () -> toggle(0x8000_0000));

    assertThat(lost).isZero();
    assertThat(memory.u32(FLAG)).isZero();
  }

  private long toggle(int bit) {
    long lost = 0;
    for (int i = 0; i < MESSAGES; i++) {
      lost += (memory.u32Or(FLAG, bit) & bit) == 0 ? 0 : 1;
      lost += (memory.u32And(FLAG, ~bit) & bit) == 0 ? 1 : 0;
    }
    return lost;
  }

  private long together(Callable<Long> a, Callable<Long> b) throws Exception {
    Future<Long> first = threads.submit(a);
    Future<Long> second = threads.submit(b);
    return first.get(60, TimeUnit.SECONDS) + second.get(60, TimeUnit.SECONDS);
  }
}
