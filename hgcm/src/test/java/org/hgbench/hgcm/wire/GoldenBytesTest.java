package org.hgbench.hgcm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgcm.Hex;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.Test;

class GoldenBytesTest {
  private static final String CALL_HEAD =
      """
      01 00 01 00 3f 00 00 00 ff ff ff ff
      00 00 00 00 02 00 00 00 00 00 00 00 ff ff ff ff
      01 00 00 00 02 00 00 00 02 00 00 00 01 00 00 00
      """;

  private final GuestMemory memory = GuestMemory.allocate(4096);

  @Test
  void connectNamesItsService() {
    head(ConnectRequest.SIZE, RequestType.HGCM_CONNECT);
    new ConnectRequest(memory, 0).write(ConnectRequest.LOCALHOST_EXISTING, "VBoxSharedFolders");
    assertThat(Hex.text(memory, 0, 64))
        .isEqualTo(
            Hex.normal(
                """
                a8 00 00 00 01 00 01 00 3c 00 00 00 ff ff ff ff
                00 00 00 00 02 00 00 00 00 00 00 00 ff ff ff ff
                02 00 00 00 56 42 6f 78 53 68 61 72 65 64 46 6f
                6c 64 65 72 73 00 00 00 00 00 00 00 00 00 00 00
                """));
    assertThat(memory.sum(64, ConnectRequest.SIZE - 64)).isZero();
    assertThat(new ConnectRequest(memory, 0).service()).isEqualTo("VBoxSharedFolders");
  }

  @Test
  void aCallCarriesAPageListBehindItsParameters() {
    head(92, RequestType.HGCM_CALL_64);
    CallRequest call = new CallRequest(memory, 0);
    call.write(1, 2, 2);
    Parameters parameters = call.parameters(RequestType.HGCM_CALL_64);
    parameters.writeU32(0, 0);
    parameters.writePages(1, ParameterType.PAGE_LIST, 516, 0x4C);
    PageList list = new PageList(memory, 0x4C);
    list.write(Direction.BOTH, 0x678, 1);
    list.page(0, 0x12345000);
    assertThat(Hex.text(memory, 0, 92))
        .isEqualTo(
            Hex.normal(
                "5c 00 00 00"
                    + CALL_HEAD
                    + """
                    00 00 00 00 00 00 00 00 00 00 00 00 0a 00 00 00
                    04 02 00 00 4c 00 00 00 00 00 00 00 03 00 00 00
                    78 06 01 00 00 50 34 12 00 00 00 00
                    """));
  }

  @Test
  void aCallCarriesEmbeddedDataBehindItsParameters() {
    head(88, RequestType.HGCM_CALL_64);
    CallRequest call = new CallRequest(memory, 0);
    call.write(1, 2, 2);
    Parameters parameters = call.parameters(RequestType.HGCM_CALL_64);
    parameters.writeU32(0, 0);
    parameters.writeEmbedded(1, Direction.BOTH, 0x4C, 12);
    byte[] data = Hex.bytes("08 00 04 00 74 65 73 74 00 00 00 00");
    memory.copyFrom(0x4C, data, 0, data.length);
    assertThat(Hex.text(memory, 0, 88))
        .isEqualTo(
            Hex.normal(
                "58 00 00 00"
                    + CALL_HEAD
                    + """
                    00 00 00 00 00 00 00 00 00 00 00 00 0b 00 00 00
                    03 4c 00 00 0c 00 00 00 00 00 00 00 08 00 04 00
                    74 65 73 74 00 00 00 00
                    """));
    assertThat(parameters.embeddedOffset(1)).isEqualTo(0x4C);
    assertThat(parameters.embeddedDirection(1)).isEqualTo(Direction.BOTH);
    assertThat(parameters.embeddedSize(1)).isEqualTo(12);
  }

  @Test
  void a32BitCallHasNarrowParameters() {
    head(68, RequestType.HGCM_CALL_32);
    CallRequest call = new CallRequest(memory, 0);
    call.write(1, 4, 2);
    Parameters parameters = call.parameters(RequestType.HGCM_CALL_32);
    parameters.writeU32(0, 0);
    parameters.writeU64(1, 0x1122334455667788L);
    assertThat(Hex.text(memory, 0, 68))
        .isEqualTo(
            Hex.normal(
                """
                44 00 00 00 01 00 01 00 3e 00 00 00 ff ff ff ff
                00 00 00 00 02 00 00 00 00 00 00 00 ff ff ff ff
                01 00 00 00 04 00 00 00 02 00 00 00 01 00 00 00
                00 00 00 00 00 00 00 00 02 00 00 00 88 77 66 55
                44 33 22 11
                """));
  }

  @Test
  void theDeviceMemorySaysHowLargeItIs() {
    new VmmDevMemory(memory).initialise();
    assertThat(Hex.text(memory, 0, 16))
        .isEqualTo("28 fd 3f 00 01 00 00 00 00 00 00 00 00 00 00 00");
    new VmmDevMemory(memory).haveEvents(true);
    assertThat(Hex.text(memory, 8, 1)).isEqualTo("01");
  }

  private void head(int size, int type) {
    new RequestHeader(memory, 0).write(size, type, Requestor.OTHER_DRIVER);
    new HgcmHeader(memory, 0).rewind();
  }
}
