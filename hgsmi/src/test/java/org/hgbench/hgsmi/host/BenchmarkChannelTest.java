package org.hgbench.hgsmi.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgsmi.Vram;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkChannelTest {
  private final Vram vram = new Vram(4096);
  private final BenchmarkChannel channel = new BenchmarkChannel();

  @AfterEach
  void unmap() {
    vram.close();
  }

  @Test
  void echoesTheSecondWordAndTheSum() {
    Vram.write(vram.memory(), 0, "05 00 00 00 00 00 00 00 07 00 00 00 00 00 00 80");
    assertThat(send(BenchmarkCommand.ECHO, 16)).isEqualTo(VboxStatus.SUCCESS);
    assertThat(Vram.read(vram.memory(), 0, 16))
        .isEqualTo("07 00 00 00 00 00 00 80 0c 00 00 00 00 00 00 80");
  }

  @Test
  void sinksEveryByteAndTellsOnceWhatItRead() {
    Vram.write(vram.memory(), 0, "01 00 00 00 00 00 00 00 02 03");
    assertThat(send(BenchmarkCommand.SINK, 10)).isEqualTo(VboxStatus.SUCCESS);
    assertThat(send(BenchmarkCommand.SINK, 9)).isEqualTo(VboxStatus.SUCCESS);
    assertThat(Vram.read(vram.memory(), 0, 12)).isEqualTo("01 00 00 00 00 00 00 00 02 03 00 00");

    assertThat(send(BenchmarkCommand.QUERY, 16)).isEqualTo(VboxStatus.SUCCESS);
    assertThat(Vram.read(vram.memory(), 0, 16))
        .isEqualTo("02 00 00 00 00 00 00 00 06 03 00 00 00 00 00 00");

    send(BenchmarkCommand.QUERY, 16);
    assertThat(Vram.read(vram.memory(), 0, 16)).isEqualTo("00" + " 00".repeat(15));
  }

  @Test
  void fillsAllDataWithTheSeedWordAndNothingElse() {
    Vram.write(vram.memory(), 0, "01 02 03 04 05 06 07 08");
    assertThat(send(BenchmarkCommand.FILL, 19)).isEqualTo(VboxStatus.SUCCESS);
    assertThat(Vram.read(vram.memory(), 0, 20))
        .isEqualTo("01 02 03 04 05 06 07 08 01 02 03 04 05 06 07 08 01 02 03 00");
  }

  @ParameterizedTest
  @CsvSource({"2, 15, -2", "3, 7, -2", "4, 15, -2", "0, 64, -36", "5, 64, -36", "65535, 0, -36"})
  void writesNothingWhenTheCommandIsShortOrUnknown(int command, int dataSize, int status) {
    String before = "11" + " 22".repeat(63);
    Vram.write(vram.memory(), 0, before);
    assertThat(send(command, dataSize)).isEqualTo(status);
    assertThat(Vram.read(vram.memory(), 0, 64)).isEqualTo(before);
  }

  private int send(int command, int dataSize) {
    return channel.handle(command, vram.memory(), 0, dataSize);
  }
}
