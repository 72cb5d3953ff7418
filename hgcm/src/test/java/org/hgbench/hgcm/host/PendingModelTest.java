package org.hgbench.hgcm.host;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.OperationSequences;
import org.hgbench.machine.counter.Counters;
import org.junit.jupiter.api.Test;

/// The list of commands in flight and the budgets beside lists and sums.
class PendingModelTest {
  private static final int OPERATIONS = 200_000;

  @Test
  void theListFollowsItsModel() {
    OperationSequences.check(51, OPERATIONS, Pending::new);
  }

  @Test
  void theBudgetsFollowTheirModel() {
    OperationSequences.check(52, OPERATIONS, Budgets::new);
  }

  private static final class Pending implements OperationSequences.Subject {
    private static final int ADDRESSES = 6;

    private final PendingCommands pending =
        new PendingCommands(new Counters().writer(Counters.Kind.BYTES_COPIED));
    private final List<HgcmCommand> newestFirst = new ArrayList<>();
    private final List<HgcmCommand> cancelled = new ArrayList<>();

    @Override
    public void apply(int operation) {
      int pick = operation >>> 4;
      switch (operation & 7) {
        case 0, 1, 2 -> add(pick % ADDRESSES);
        case 3, 4 -> finish(pick);
        case 5, 6 -> cancel(pick % ADDRESSES);
        default -> {
          if (pick % 16 == 0) {
            pending.cancelAll();
            cancelled.clear();
            cancelled.addAll(newestFirst);
          }
        }
      }
      expect("count", newestFirst.size(), pending.count());
      for (HgcmCommand command : newestFirst) {
        expect("cancelled", cancelled.contains(command), pending.isCancelled(command));
      }
    }

    private void add(int address) {
      HgcmCommand command = pending.take(null);
      if (newestFirst.contains(command)) {
        throw new AssertionError("a command in flight was handed out again");
      }
      command.begin(address, 64, RequestType.HGCM_CALL_64, Requestor.OTHER_DRIVER, false);
      pending.add(command);
      newestFirst.addFirst(command);
    }

    private void finish(int pick) {
      if (!newestFirst.isEmpty()) {
        HgcmCommand command = newestFirst.remove(pick % newestFirst.size());
        expect("was cancelled", cancelled.remove(command), pending.remove(command));
        pending.give(command, 0);
      }
    }

    private void cancel(int address) {
      HgcmCommand expected =
          newestFirst.stream()
              .filter(command -> command.address() == address && !cancelled.contains(command))
              .findFirst()
              .orElse(null);
      int status = pending.cancel(address, null);
      expect("found", expected == null ? Status.NOT_FOUND : Status.SUCCESS, status);
      if (expected != null) {
        cancelled.add(expected);
      }
    }

    @Override
    public String describe(int operation) {
      return "add add add finish finish cancel cancel cancelAll".split(" ")[operation & 7]
          + " "
          + (operation >>> 4);
    }
  }

  private static final class Budgets implements OperationSequences.Subject {
    private static final int POOL_BYTES = 1000;

    private final HeapBudget budget = new HeapBudget(POOL_BYTES);
    private final List<List<Integer>> charged =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    @Override
    public void apply(int operation) {
      Requestor.Pool pool = Requestor.Pool.values()[operation % Requestor.Pool.values().length];
      List<Integer> mine = charged.get(pool.ordinal());
      int used = mine.stream().mapToInt(Integer::intValue).sum();
      int bytes = (operation >>> 8) % 400;
      if (isCharge(operation)) {
        boolean fits = used + bytes <= POOL_BYTES;
        expect("charge", fits, budget.charge(pool, bytes));
        if (fits) {
          mine.add(bytes);
          used += bytes;
        }
      } else if (!mine.isEmpty()) {
        int back = mine.remove((operation >>> 8) % mine.size());
        budget.giveBack(pool, back);
        used -= back;
      }
      expect("used", (long) used, budget.used(pool));
    }

    private static boolean isCharge(int operation) {
      return (operation & 0x40) == 0;
    }

    @Override
    public String describe(int operation) {
      return (isCharge(operation) ? "charge " : "give back ") + operation;
    }
  }

  private static void expect(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("%s: %s, not %s".formatted(what, actual, expected));
    }
  }
}
