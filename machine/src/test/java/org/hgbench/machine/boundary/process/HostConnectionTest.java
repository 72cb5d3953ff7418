package org.hgbench.machine.boundary.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.os.UnixSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class HostConnectionTest {
  @Test
  void handsNothingToAProcessThatIsNotTheHost() throws Exception {
    String name = "hgbench-" + UUID.randomUUID();
    try (MachineMemory memory = MachineMemory.create(List.of(ControlPage.REGION));
        UnixSocket listening = UnixSocket.listen(name);
        UnixSocket intruder = UnixSocket.connect(name)) {
      ControlPage page = new ControlPage(memory.window(ControlPage.REGION.name()));
      Process host = new ProcessBuilder("true").start();

      assertThatThrownBy(() -> new HostConnection(host, page, listening))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the host process ended before it was ready: exit code 0");
      assertThat(intruder.receive().isEnd()).isTrue();
    }
  }
}
