package org.hgbench.hgsmi;

import java.util.List;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.machine.ForwardingVcpu;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;

/// A vCPU that writes down every port access, and for each submitted buffer the bytes that the host
/// was given and the data as the host left it.
///
/// ```text
///   out 1ce/2 0
///   in  1cf/4 1000000
///   out 3d0/4 ff0000
///     > 08 00 00 00 00 02 01 00 ... | data | tail
///     < data
/// ```
final class TranscribingVcpu extends ForwardingVcpu {
  private static final int SHOWN = 64;

  private final GuestMemory vram;
  private final List<String> lines;

  TranscribingVcpu(Vcpu vcpu, GuestMemory vram, List<String> lines) {
    super(vcpu);
    this.vram = vram;
    this.lines = lines;
  }

  @Override
  public void out(int port, int width, int value) {
    lines.add("out %x/%d %x".formatted(port, width, value));
    boolean submits = port == HgsmiPorts.GUEST;
    if (submits) {
      lines.add("  > " + buffer(value));
    }
    super.out(port, width, value);
    if (submits) {
      lines.add("  < " + data(value));
    }
  }

  @Override
  public int in(int port, int width) {
    int value = super.in(port, width);
    lines.add("in  %x/%d %x".formatted(port, width, value));
    return value;
  }

  private String buffer(int offset) {
    long data = HgsmiBuffer.dataAt(offset);
    long tail = data + HgsmiBuffer.dataSize(vram, offset);
    return "%s | %s | %s"
        .formatted(
            Vram.read(vram, offset, (int) (data - offset)), data(offset), Vram.read(vram, tail, 8));
  }

  private String data(int offset) {
    int size = HgsmiBuffer.dataSize(vram, offset);
    String shown = Vram.read(vram, HgsmiBuffer.dataAt(offset), Math.min(size, SHOWN));
    return size > SHOWN ? shown + " ...%d".formatted(size) : shown;
  }
}
