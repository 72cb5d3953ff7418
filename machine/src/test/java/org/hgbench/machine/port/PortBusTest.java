package org.hgbench.machine.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortBusTest {
  private final PortBus bus = new PortBus();
  private final List<String> seen = new ArrayList<>();

  private final class Recorder implements PortHandler {
    private final int answer;

    Recorder(int answer) {
      this.answer = answer;
    }

    @Override
    public void out(int port, int width, int value) {
      seen.add("out %x/%d %x".formatted(port, width, value));
    }

    @Override
    public int in(int port, int width) {
      seen.add("in %x/%d".formatted(port, width));
      return answer;
    }

    @Override
    public boolean answeredInKernel(int port, boolean write) {
      return port == 0x3D2 && !write;
    }
  }

  @Test
  void sendsAnAccessToWhoeverClaimedThePort() {
    bus.claim(0x3D0, 4, new Recorder(7));
    bus.claim(0x5040, 1, new Recorder(-9));

    bus.out(0x3D3, 4, 0xCAFEBABE);
    assertThat(bus.in(0x3D0, 4)).isEqualTo(7);
    assertThat(bus.in(0x5040, 4)).isEqualTo(-9);

    assertThat(seen).containsExactly("out 3d3/4 cafebabe", "in 3d0/4", "in 5040/4");
  }

  @Test
  void cutsValuesToTheWidthOfTheAccess() {
    bus.claim(0x3D0, 1, new Recorder(0x89ABCDEF));

    bus.out(0x3D0, 1, 0x12345678);
    bus.out(0x3D0, 2, 0x12345678);
    assertThat(seen).containsExactly("out 3d0/1 78", "out 3d0/2 5678");
    assertThat(bus.in(0x3D0, 1)).isEqualTo(0xEF);
    assertThat(bus.in(0x3D0, 2)).isEqualTo(0xCDEF);
  }

  @ParameterizedTest
  @CsvSource({"1, 0xFF", "2, 0xFFFF", "4, 0xFFFFFFFF"})
  void anUnusedPortAnswersAllOnesAndSwallowsWrites(int width, String ones) {
    bus.out(0x80, width, 1);

    assertThat(bus.in(0x80, width)).isEqualTo(Long.decode(ones).intValue());
    assertThat(bus.answeredInKernel(0x80, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 8, -1})
  void refusesWidthsThatNoProcessorHas(int width) {
    assertThatThrownBy(() -> bus.in(0x80, width)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bus.out(0x80, width, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no port access: width=" + width);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0x10000, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void refusesPortsThatThereAreNot(int port) {
    assertThatThrownBy(() -> bus.in(port, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bus.out(port, 4, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such port: port=0x%x", port);
  }

  @Test
  void refusesAPortThatIsTakenAndLeavesTheOthersFree() {
    bus.claim(0x102, 1, new Recorder(1));

    assertThatThrownBy(() -> bus.claim(0x100, 4, new Recorder(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port claimed twice: port=0x102");
    assertThat(bus.in(0x100, 4)).isEqualTo(PortBus.UNUSED);
    assertThat(bus.in(0x102, 4)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 0", "0, -1", "0xFFFF, 2", "0x10000, 1", "1, 0x7FFFFFFF"})
  void refusesRangesThatLeaveTheBus(String first, String count) {
    assertThatThrownBy(
            () -> bus.claim(Integer.decode(first), Integer.decode(count), new Recorder(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no such ports: first=0x");
  }

  @Test
  void knowsWhichAccessesAHostAnswersInItsKernel() {
    bus.claim(0x3D0, 4, new Recorder(0));
    bus.claim(0xFFFF, 1, new Recorder(0));

    assertThat(bus.answeredInKernel(0x3D2, false)).isTrue();
    assertThat(bus.answeredInKernel(0x3D2, true)).isFalse();
    assertThat(bus.answeredInKernel(0x3D0, false)).isFalse();
  }
}
