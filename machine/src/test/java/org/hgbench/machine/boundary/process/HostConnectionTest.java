package org.hgbench.machine.boundary.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
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

  @Test
  void hearsTheLastWordsOfAHostThatEndsBetweenTwoLooks() {
    String name = "hgbench-" + UUID.randomUUID();
    try (MachineMemory memory = MachineMemory.create(List.of(ControlPage.REGION));
        UnixSocket listening = UnixSocket.listen(name);
        UnixSocket host = UnixSocket.connect(name)) {
      ControlPage page = new ControlPage(memory.window(ControlPage.REGION.name()));
      HostConnection connection = new HostConnection(new LastWords(host), page, listening);

      assertThatThrownBy(() -> connection.start("settings", memory.file().descriptor()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(HostConnection.FAILED + "no luck today");
    }
  }

  /// A host that speaks and ends when it is looked at.
  private static final class LastWords extends Process {
    private final UnixSocket socket;

    LastWords(UnixSocket socket) {
      this.socket = socket;
    }

    @Override
    public boolean isAlive() {
      socket.send(HostConnection.FAILED + "no luck today");
      return false;
    }

    @Override
    public long pid() {
      return ProcessHandle.current().pid();
    }

    @Override
    public int exitValue() {
      return 70;
    }

    @Override
    public int waitFor() {
      return exitValue();
    }

    @Override
    public void destroy() {
      // It has ended.
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }
  }
}
