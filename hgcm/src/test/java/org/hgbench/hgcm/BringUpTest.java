package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.hgcm.wire.folder.CreateParameters;
import org.hgbench.machine.ForwardingVcpu;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of a Linux guest, from the probe of its driver over a mounted shared folder to the end,
/// with every byte of every request: what the guest sent, and what it found when the request was
/// finished. The golden file is the transcript. Acknowledgements are left out, since how many there
/// are is a matter of time.
class BringUpTest {
  private static final String GOLDEN = "bring-up.txt";

  @TempDir Path shared;
  private final StringBuilder transcript = new StringBuilder();

  @Test
  void everyByteIsAsItWas() throws IOException {
    Files.writeString(shared.resolve("hello"), "Hello, guest!");
    String key = "Devices/vmm/0/Config/Services/VBoxSharedFolders/Folders/share/Path = ";
    try (TestMachine machine = TestMachine.with(key + shared)) {
      Recorder recorder = new Recorder(machine.vcpu(), machine.ram());
      HgcmGuest guest =
          new HgcmGuest(
              recorder,
              machine.ram(),
              machine.mmio2(),
              machine.pages(),
              IoPorts.DEFAULT_BASE,
              machine.line());
      guest.probe();
      play(guest);
      guest.unload();
    }
    Path golden = Path.of("src/test/resources", GOLDEN);
    assertThat(transcript.toString().lines().toList()).isEqualTo(Files.readAllLines(golden));
  }

  private void play(HgcmGuest guest) {
    FolderClient folder = new FolderClient(guest);
    folder.map("share");
    int open = CreateParameters.FAIL_IF_NEW | CreateParameters.READ;
    assertThat(folder.create("/hello", CreateParameters.LOOKUP).result())
        .isEqualTo(CreateParameters.EXISTS);
    long hello = folder.create("/hello", open).handle();
    assertThat(folder.read(hello, 0, 4096, 4096)).isEqualTo(13);
    byte[] text = new byte[13];
    guest.ram().copyTo(folder.data(), text, 0, text.length);
    assertThat(new String(text, StandardCharsets.US_ASCII)).isEqualTo("Hello, guest!");
    folder.close(hello);
    long answer =
        folder.create("/answer", CreateParameters.FAIL_IF_EXISTS | CreateParameters.WRITE).handle();
    assertThat(folder.write(answer, 0, 13, 13)).isEqualTo(13);
    folder.close(answer);
    assertThat(shared.resolve("answer")).hasContent("Hello, guest!");
    long root = folder.create("/", open | CreateParameters.WANT_DIRECTORY).handle();
    assertThat(folder.list(root, 0, 4096)).isEqualTo(List.of("answer", "hello"));
    assertThat(folder.list(root, 0, 4096)).isEmpty();
    folder.close(root);
    folder.remove("/answer", 1);
    folder.unmap();
  }

  /// The bytes that the host has changed, each run as `offset: bytes`.
  private static String differences(String before, String after) {
    String[] old = before.split(" ");
    String[] now = after.split(" ");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < now.length; i++) {
      if (!now[i].equals(old[i])) {
        boolean begins = i == 0 || now[i - 1].equals(old[i - 1]);
        text.append(begins ? "\n  < %04x: ".formatted(i) : " ").append(now[i]);
      }
    }
    return text.isEmpty() ? "  < nothing\n" : text.append('\n').substring(1);
  }

  /// A vCPU that writes down what goes over the request port.
  private final class Recorder extends ForwardingVcpu {
    private final GuestMemory ram;
    private long request;
    private String sent;
    private boolean inFlight;

    Recorder(Vcpu vcpu, GuestMemory ram) {
      super(vcpu);
      this.ram = ram;
    }

    @Override
    public void out(int port, int width, int value) {
      RequestHeader header = new RequestHeader(ram, value);
      int type = header.type();
      if (type == RequestType.ACKNOWLEDGE_EVENTS) {
        super.out(port, width, value);
        return;
      }
      int size = header.size();
      sent = Hex.text(ram, value, size);
      transcript.append("out 0x%04x, request %d\n".formatted(port, type));
      String[] bytes = sent.split(" ");
      for (int i = 0; i < size; i += 16) {
        transcript.append(
            "  > %04x: %s\n"
                .formatted(
                    i, String.join(" ", Arrays.copyOfRange(bytes, i, Math.min(size, i + 16)))));
      }
      request = value;
      super.out(port, width, value);
      inFlight = header.rc() == Status.HGCM_ASYNC_EXECUTE;
      if (!inFlight) {
        transcript.append(differences(sent, Hex.text(ram, request, size)));
      }
    }

    @Override
    public void halt(long timeoutNanos) {
      super.halt(timeoutNanos);
      if (inFlight && new HgcmHeader(ram, request).isDone()) {
        inFlight = false;
        int size = new RequestHeader(ram, request).size();
        transcript.append(differences(sent, Hex.text(ram, request, size)));
      }
    }
  }
}
