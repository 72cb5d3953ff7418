package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuQuotaTest {
  @TempDir Path root;

  @Test
  void takesTheTightestQuotaOfAllGroupsAboveAProcess() {
    assertThat(quota("container").cores()).hasValue(1.5);
  }

  @Test
  void addsUpTheThrottlingOfThoseGroups() {
    assertThat(quota("container").throttling())
        .isEqualTo(new CpuQuota.Throttling(20, 1_235_567_000));
  }

  @Test
  void readsAVersion1GroupThatIsMountedAsARoot() {
    CpuQuota quota = quota("old-container");

    assertThat(quota.cores()).hasValue(2);
    assertThat(quota.throttling()).isEqualTo(new CpuQuota.Throttling(5, 250_000_000));
  }

  @Test
  void findsTheQuotaOfAVersion1GroupWhileVersion2IsMountedToo() {
    FixtureMachine nested =
        FixtureMachine.unpack("nested", root)
            .write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000")
            .write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000");

    assertThat(CpuQuota.of(nested.files()).cores()).hasValue(0.5);
  }

  @Test
  void findsNoQuotaWhereNoneIsSet() {
    assertThat(quota("laptop").cores()).isEmpty();
    assertThat(quota("laptop").throttling()).isEqualTo(CpuQuota.Throttling.NONE);
  }

  @Test
  void readsNothingAboveItsOwnMountWhenItsGroupLiesOutside() {
    FixtureMachine machine =
        new FixtureMachine(root)
            .write("proc/self/cgroup", "0::/../../other")
            .write("proc/self/mountinfo", "31 24 0:27 / /cg rw - cgroup2 cgroup2 rw")
            .write("cg/cpu.max", "100000 50000")
            .write("other/cpu.max", "1 50000");

    assertThat(CpuQuota.of(machine.files()).cores()).hasValue(2);
  }

  private CpuQuota quota(String machine) {
    return CpuQuota.of(FixtureMachine.unpack(machine, root).files());
  }
}
