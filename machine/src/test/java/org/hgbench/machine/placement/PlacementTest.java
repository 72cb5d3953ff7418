package org.hgbench.machine.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hgbench.machine.os.Affinity;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PlacementTest {
  @Test
  void aPinnedThreadRunsWhereItWasPut() {
    Placement placement = crossCore();
    onFreshThread(() -> {
      placement.pinGuest();
      assertThat(Affinity.current()).isEqualTo(placement.guestProcessor());
      placement.pinHost();
      assertThat(Affinity.current()).isEqualTo(placement.hostProcessor());
      assertThat(Affinity.allowed().cardinality()).isEqualTo(1);
    });
  }

  @Test
  void threadsThatAreStartedAsTheHostsInheritItsPlaceAndTheStarterGoesBack() {
    Placement placement = crossCore();
    BitSet before = Affinity.allowed();
    AtomicReference<BitSet> inherited = new AtomicReference<>();

    placement.whilePinnedAsHost(() -> {
      onFreshThread(() -> inherited.set(Affinity.allowed()));
      return null;
    });

    BitSet host = new BitSet();
    host.set(placement.hostProcessor());
    assertThat(inherited.get()).isEqualTo(host);
    assertThat(Affinity.allowed()).isEqualTo(before);
  }

  @Test
  void sameCoreIsOneProcessorAndCrossCoreTwoCores() {
    Placement same = Placement.of("same-core");
    assertThat(same.guestProcessor()).isEqualTo(same.hostProcessor());
    Placement cross = crossCore();
    assertThat(Topology.HERE.isSameCore(cross.guestProcessor(), cross.hostProcessor())).isFalse();
  }

  @Test
  void unpinnedLeavesThreadsAlone() {
    BitSet before = Affinity.allowed();
    Placement.of("unpinned").pinGuest();

    assertThat(Affinity.allowed()).isEqualTo(before);
    assertThat(Placement.UNPINNED.isPinned()).isFalse();
  }

  @Test
  void saysWhatTheMachineCannotOffer() {
    onFreshThread(() -> {
      Placement.of("same-core").pinGuest();
      assertThatThrownBy(() -> Placement.of("cross-core"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "placement cross-core needs processors of two cores; usable are {");
    });
    assertThatThrownBy(() -> Placement.of("same-socket"))
        .hasMessage(
            "setting Placement: no placement 'same-socket'; there are unpinned, same-core,"
                + " cross-core, same-cache, other-cache, other-socket");
  }

  @Test
  void refusesMoreSpinningThreadsThanThereIsRoomFor() {
    Placement same = Placement.of("same-core");
    same.requireRoomFor(1);

    assertThatThrownBy(() -> same.requireRoomFor(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("placement same-core has room for 1 spinning thread(s), not for 2");
  }

  @Test
  void refusesToPollWhereGuestAndHostShareAProcessor() {
    crossCore().requireRoomForPolling();

    assertThatThrownBy(() -> Placement.of("same-core").requireRoomForPolling())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "wait poll cannot work on placement same-core: the guest would spin on the only"
                + " processor that its host has; use wait irq, or a placement with two"
                + " processors");
  }

  @Test
  void offersWhatCanBeHadHere() {
    List<String> offered = Placement.offered();

    assertThat(offered).startsWith("unpinned", "same-core");
    for (String name : Placement.NAMES) {
      if (offered.contains(name)) {
        assertThat(Placement.of(name).name()).isEqualTo(name);
      } else {
        assertThatThrownBy(() -> Placement.of(name)).hasMessageStartingWith("placement " + name);
      }
    }
  }

  private static Placement crossCore() {
    Assumptions.assumeTrue(Affinity.allowed().cardinality() > 1, "cross-core needs two processors");
    return Placement.of("cross-core");
  }

  private static void onFreshThread(Runnable work) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                work.run();
              } catch (Throwable t) {
                failure.set(t);
              }
            });
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(failure.get()).isNull();
  }
}
