package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmException;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.service.bench.SinkService;
import org.hgbench.hgcm.wire.CallRequest;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.hgcm.wire.PageList;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.GuestThread;
import org.hgbench.machine.Racer;
import org.hgbench.machine.counter.CounterValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a hostile guest tries, row by row. After each test the host must be as good as new.
@ParameterizedClass
@MethodSource("org.hgbench.machine.BoundaryCases#all")
class HostileGuestTest {
  private static final long WORD = 0x0102_0304_0506_0708L;
  private static final int RACES = Boolean.getBoolean("hgbench.long") ? 1_000_000 : 4_000;

  @RegisterExtension static final GuestThread GUEST = TestMachine.guestThread();

  private final RawGuest guest = new RawGuest(TestMachine.of(GUEST));
  private final VmmHost host = guest.machine().host();
  private final int echo = guest.connect("HgbenchEcho");

  HostileGuestTest(String boundary) {
    assertThat(guest.machine().machine().boundary().name()).isEqualTo(boundary);
  }

  @AfterEach
  void theHostHasSurvived() {
    HgcmGuest honest = guest.honest();
    RawGuest.await(() -> host.requestsInFlight() == 0);
    int client = honest.connect("HgbenchEcho", WaitMode.POLL);
    HgcmCall call = honest.call(client, 1).u64(20).u64(22).build();
    assertThat(call.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
    assertThat(call.u64(1)).isEqualTo(42);
    assertThat(host.buffersInUse()).isZero();
    for (Requestor.Pool pool : Requestor.Pool.values()) {
      assertThat(host.budgetUsed(pool)).isZero();
    }
    assertThat(host.callCount()).isZero();
    guest.close();
  }

  @Test
  void g01AddressesOutsideRamAreIgnored() {
    long end = guest.ram().bytes();
    guest.ram().fill(end - 4, 4, (byte) 0x18);
    for (long address :
        new long[] {end, end - 4, end - 23, 0xFFFFFFFFL, 0xFFFFFFFCL, 0xF0000000L}) {
      guest.out((int) address);
    }
    assertThat(guest.ram().u32(end - 4)).isEqualTo(0x18181818);
  }

  @Test
  void g01ARequestThatRunsPastRamIsReadAsOnesAndWrittenWhereThereIsMemory() {
    long at = guest.ram().bytes() - RequestHeader.SIZE;
    new RequestHeader(guest.ram(), at)
        .write(CallRequest.SIZE, RequestType.HGCM_CALL_64, Requestor.OTHER_DRIVER);
    guest.out((int) at);
    assertThat(new RequestHeader(guest.ram(), at).rc()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @ParameterizedTest
  @CsvSource({"0, 0x10001", "23, 0x10001", "40, 0", "40, 0x10000"})
  void g02AWrongSizeOrVersionIsDroppedInSilence(int size, String version) {
    guest.head(size, RequestType.GET_HOST_VERSION);
    guest.ram().u32(guest.request + 4, Integer.decode(version));
    String before = Hex.text(guest.ram(), guest.request, 64);
    guest.submit();
    assertThat(Hex.text(guest.ram(), guest.request, 64)).isEqualTo(before);
  }

  @Test
  void g03ATooLargeRequestIsAnsweredInItsHeadOnly() {
    guest.head((1 << 20) + 1, RequestType.GET_HOST_VERSION);
    String behind = Hex.text(guest.ram(), guest.request + 24, 40);
    assertThat(guest.submit()).isEqualTo(Status.NOT_SUPPORTED);
    assertThat(Hex.text(guest.ram(), guest.request + 24, 40)).isEqualTo(behind);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 61, 62, 63, 64, 65, 41, 42, 2, 999})
  void g04NothingBeforeReportGuestInfo(int type) {
    host.reset();
    guest.head(168, type);
    assertThat(guest.submit()).isEqualTo(Status.NOT_SUPPORTED);
    assertThat(guest.machine().vcpu().in(IoPorts.DEFAULT_BASE + IoPorts.FAST)).isEqualTo(-1);
    guest.honest().probe();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, 66, 1000, Integer.MAX_VALUE, -1})
  void g05AnUnknownTypeIsNotImplemented(int type) {
    guest.head(64, type);
    assertThat(guest.submit()).isEqualTo(Status.NOT_IMPLEMENTED);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 167", "61, 35", "62, 43", "63, 43", "64, 31", "65, 27", "4, 39", "41, 27", "42, 31",
    "1, 35", "2, 35", "20, 31", "21, 31", "50, 31", "56, 31", "58, 167", "59, 35", "111, 35",
    "220, 35"
  })
  void g06ATooSmallRequestIsInvalid(int type, int size) {
    guest.head(size, type);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, -1, Integer.MIN_VALUE, 0x10000001, 0x15555556})
  void g07TooManyParametersAreInvalid(int count) {
    guest.call(echo, 1, count);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @Test
  void g07MoreParametersThanFitAreInvalid() {
    guest.call(echo, 1, 2);
    guest.ram().u32(guest.request, CallRequest.SIZE + 31);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7, 8, 9, 14, Integer.MAX_VALUE, -1})
  void g08OtherParameterTypesAreInvalid(int type) {
    guest.call(echo, 1, 2).writeLinear(0, type, 8, 0);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 12, 13})
  void g09ABufferAboveTheLimitIsInvalid(int type) {
    guest.call(echo, 3, 1).writePages(0, type, (128 << 20) + 1, RawGuest.LIST);
    guest.list(Direction.BOTH, 0, 1);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 44, 59, RawGuest.REQUEST_SIZE - 15, 0xFFFFFFF0, Integer.MIN_VALUE})
  void g10APageListOutsideTheRequestIsInvalid(int offset) {
    guest.call(echo, 3, 1).writePages(0, ParameterType.PAGE_LIST, 8, offset);
    guest.list(Direction.BOTH, 0, 1);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @Test
  void g10APageListAtTheVeryEndIsAccepted() {
    int last = RawGuest.REQUEST_SIZE - PageList.SIZE_OF_ONE;
    guest.call(echo, 3, 1).writePages(0, ParameterType.PAGE_LIST, 8, last);
    PageList list = new PageList(guest.ram(), guest.request + last);
    list.write(Direction.BOTH, 0, 1);
    list.page(0, guest.buffer);
    assertThat(guest.run()).isEqualTo(Status.SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1 + (RawGuest.REQUEST_SIZE - RawGuest.LIST - 16) / 8 + 1, 0xFFFF})
  void g11AWrongNumberOfPagesIsInvalid(int pageCount) {
    guest.call(echo, 3, 1).writePages(0, ParameterType.PAGE_LIST, 8, RawGuest.LIST);
    guest.list(Direction.BOTH, 0, pageCount);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 0x80000003})
  void g12AWrongDirectionIsInvalid(int direction) {
    guest.call(echo, 3, 1).writePages(0, ParameterType.PAGE_LIST, 8, RawGuest.LIST);
    guest.list(direction, 0, 1);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_FLAGS);
    guest.call(echo, 3, 1).writeEmbedded(0, direction & 0xFF, RawGuest.LIST, 8);
    assertThat(guest.submit())
        .isEqualTo(
            (direction & 0xFF) == Direction.BOTH
                ? Status.HGCM_ASYNC_EXECUTE
                : Status.INVALID_FLAGS);
  }

  @ParameterizedTest
  @CsvSource({"4095, true", "4096, false", "0xFFFF, false"})
  void g13TheFirstOffsetLiesInsideItsPage(String offset, boolean accepted) {
    guest.call(echo, 3, 1).writePages(0, ParameterType.PAGE_LIST, 8, RawGuest.LIST);
    guest.list(Direction.BOTH, Integer.decode(offset), 2);
    assertThat(guest.run()).isEqualTo(accepted ? Status.SUCCESS : Status.INVALID_PARAMETER);
  }

  @Test
  void g14PagesThatAreAllOnesOrNoMemoryAreSkipped() {
    guest.ram().fillWords(guest.buffer, 3 * 4096, WORD);
    Parameters parameters = guest.call(echo, 2, 2);
    parameters.writeU64(0, 0);
    parameters.writePages(1, ParameterType.PAGE_LIST, 4 * 4096, RawGuest.LIST);
    PageList list = guest.list(Direction.FROM_HOST, 0, 4);
    list.page(1, PageList.NO_PAGE);
    list.page(3, 0x7FFF_FFFF_FFFF_F000L);
    assertThat(guest.run()).isEqualTo(Status.SUCCESS);
    assertThat(guest.ram().sum(guest.buffer, 4096)).isZero();
    assertThat(guest.ram().sum(guest.buffer + 4096, 4096)).isEqualTo(WORD * 512);
    assertThat(guest.ram().sum(guest.buffer + 8192, 4096)).isZero();
  }

  @Test
  void g15TooFewPagesLeaveTheTailAlone() {
    guest.ram().fillWords(guest.buffer, 2 * 4096, WORD);
    Parameters parameters = guest.call(echo, 2, 2);
    parameters.writeU64(0, 0);
    parameters.writePages(1, ParameterType.PAGE_LIST, 2 * 4096, RawGuest.LIST);
    guest.list(Direction.FROM_HOST, 0, 1);
    assertThat(guest.run()).isEqualTo(Status.SUCCESS);
    assertThat(guest.ram().sum(guest.buffer, 4096)).isZero();
    assertThat(guest.ram().sum(guest.buffer + 4096, 4096)).isEqualTo(WORD * 512);
  }

  @Test
  void g16AContiguousBufferHasOnePageAndEndsInMemory() {
    guest.call(echo, 3, 1).writePages(0, ParameterType.CONTIGUOUS, 8192, RawGuest.LIST);
    PageList list = guest.list(Direction.BOTH, 0, 2);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
    list.write(Direction.BOTH, 0, 1);
    list.page(0, guest.ram().bytes() - 4096);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
    list.page(0, -4096);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
    list.page(0, guest.ram().bytes() - 8192);
    assertThat(guest.run()).isEqualTo(Status.SUCCESS);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8192, 1, -2",
    "0, 8192, 3, -2",
    "1, 8192, 2, -2",
    "0, 8192, 2, 0",
    "0xFFF, 4097, 2, 0"
  })
  void g17ANoBounceListHasExactlyThePagesOfItsBuffer(
      String firstOffset, int bytes, int pageCount, int expected) {
    guest.call(echo, 3, 1).writePages(0, ParameterType.NO_BOUNCE, bytes, RawGuest.LIST);
    guest.list(Direction.BOTH, Integer.decode(firstOffset), pageCount);
    assertThat(guest.run()).isEqualTo(expected);
  }

  @Test
  void g17NoBouncePagesAreAligned() {
    guest.call(echo, 3, 1).writePages(0, ParameterType.NO_BOUNCE, 4096, RawGuest.LIST);
    PageList list = guest.list(Direction.BOTH, 0x10, 2);
    list.page(0, guest.buffer | 0x11);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_POINTER);
    list.page(0, guest.buffer | 0x10);
    assertThat(guest.run()).isEqualTo(Status.SUCCESS);
    list.page(1, guest.buffer + 4096 | 0x10);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_POINTER);
    list.page(1, 0x7_0000_0000L);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_POINTER);
  }

  @Test
  void g17APageOfDeviceMemoryMakesItAnOrdinaryPageList() {
    guest.call(echo, 3, 1).writePages(0, ParameterType.NO_BOUNCE, 8192, RawGuest.LIST);
    guest.list(Direction.TO_HOST, 0, 2).page(1, 0xF000_1000L);
    CounterValues before = guest.machine().counters();
    assertThat(guest.run()).isEqualTo(Status.SUCCESS);
    assertThat(guest.machine().counters().since(before).bytesCopied()).isEqualTo(8192);
  }

  @ParameterizedTest
  @CsvSource({
    "44, 8, -2",
    "59, 8, -2",
    "60, 8, 0",
    "2048, 0, 0",
    "2048, 1, -2",
    "2049, 0, -2",
    "2000, 48, 0",
    "2000, 49, -2",
    "2000, -1, -2",
    "0xFFFFFF, 0, -2"
  })
  void g18EmbeddedDataLiesBehindTheParametersAndInsideTheRequest(
      String offset, int bytes, int expected) {
    guest.call(echo, 3, 1).writeEmbedded(0, Direction.BOTH, Integer.decode(offset), bytes);
    assertThat(guest.run()).isEqualTo(expected);
  }

  @Test
  void g19WhatTheGuestChangesAfterwardsHasNoEffect() {
    int messages = guest.connect("HgbenchMessages");
    Parameters parameters = guest.call(messages, 7, 2);
    parameters.writeU32(0, 1);
    parameters.writeU32(1, 1);
    assertThat(guest.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    parameters.writePages(0, ParameterType.NO_BOUNCE, -1, -1);
    new CallRequest(guest.ram(), guest.request).write(-1, -1, -1);
    guest.ram().u32(guest.request, -1);
    String behind = Hex.text(guest.ram(), guest.request + 76, 256);
    assertThat(host.post(messages)).isEqualTo(Status.SUCCESS);
    assertThat(guest.await()).isEqualTo(Status.SUCCESS);
    assertThat(parameters.u32(0)).isEqualTo(11);
    assertThat(parameters.u32(1)).isEqualTo(2);
    assertThat(Hex.text(guest.ram(), guest.request + 76, 256)).isEqualTo(behind);
  }

  /// A second vCPU rewrites a size and a count, each between values of which the host must take one
  /// and stay with it: two that fit, and one that does not. The words of the data add up to numbers
  /// that tell which size the service got.
  @Test
  void g19WhatASecondVcpuRewritesMeanwhileIsNotReadAgain() {
    int sink = guest.connect("HgbenchSink");
    query(sink);
    long isLong = 1L << 32;
    int[] sizes = {16, 512, RawGuest.REQUEST_SIZE};
    int[] counts = {1, 1, 33};
    Parameters parameters = guest.call(sink, SinkService.BUFFER_IN, counts[0]);
    parameters.writeEmbedded(0, Direction.TO_HOST, RawGuest.LIST, sizes[0]);
    long sizeWord = wordThatIs(sizes[0]);
    long countWord = wordThatIs(counts[0]);
    guest.ram().u64(guest.request + RawGuest.LIST, 1);
    guest.ram().u64(guest.request + RawGuest.LIST + 504, isLong);
    int taken = 0;
    try (Racer _ =
        new Racer(random -> {
          guest.ram().u32(sizeWord, sizes[random.nextInt(sizes.length)]);
          guest.ram().u32(countWord, counts[random.nextInt(counts.length)]);
        })) {
      for (int i = 0; i < RACES; i++) {
        new HgcmHeader(guest.ram(), guest.request).rewind();
        int status = guest.run();
        assertThat(status).isIn(Status.SUCCESS, Status.INVALID_PARAMETER);
        taken += status == Status.SUCCESS ? 1 : 0;
      }
    }
    long[] account = query(sink);
    assertThat(account[0]).isEqualTo(taken);
    assertThat(account[1] & isLong - 1).isEqualTo(taken);
  }

  /// Where a word of the call holds a value that no other does.
  private long wordThatIs(int value) {
    return LongStream.iterate(guest.request + HgcmHeader.SIZE + 8, at -> at + 4)
        .filter(at -> guest.ram().u32(at) == value)
        .findFirst()
        .orElseThrow();
  }

  /// What the sink has received since it was asked last: how many buffers, and their sum.
  private long[] query(int sink) {
    HgcmCall call = guest.honest().call(sink, SinkService.QUERY).u64(0).u64(0).build();
    assertThat(call.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
    return new long[] {call.u64(0), call.u64(1)};
  }

  @Test
  void g20ARequestWhoseTypeHasChangedIsNotAnswered() {
    int messages = guest.connect("HgbenchMessages");
    Parameters parameters = guest.call(messages, 7, 2);
    parameters.writeU32(0, 1);
    parameters.writeU32(1, 1);
    assertThat(guest.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    new RequestHeader(guest.ram(), guest.request).type(RequestType.HGCM_CALL_32);
    assertThat(host.post(messages)).isEqualTo(Status.SUCCESS);
    assertThat(guest.await()).isEqualTo(Status.INVALID_PARAMETER);
    assertThat(parameters.u32(0)).isEqualTo(1);
  }

  @Test
  void g23AnOutBufferThatTheServiceLeavesAloneReadsAsZeroes() {
    HgcmGuest honest = guest.honest();
    guest.ram().fillWords(guest.buffer, 4096, WORD);
    HgcmCall secret = honest.call(echo, 3).pages(guest.buffer, 4096, Direction.TO_HOST).build();
    assertThat(secret.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
    HgcmCall snoop = honest.call(echo, 3).pages(guest.buffer, 4000, Direction.FROM_HOST).build();
    assertThat(snoop.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
    assertThat(guest.ram().sum(guest.buffer, 4000)).isZero();
    assertThat(guest.ram().sum(guest.buffer + 4000, 96)).isEqualTo(WORD * 12);
  }

  @Test
  void g26CancelKnowsWhatItCancels() {
    int messages = guest.connect("HgbenchMessages");
    int other = guest.connect("HgbenchMessages");
    HgcmCall bystander = guest.honest().call(other, 7).u32(0).u32(0).build();
    assertThat(bystander.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    assertThat(guest.cancel(0)).isEqualTo(Status.INVALID_PARAMETER);
    assertThat(guest.cancel(-1)).isEqualTo(Status.INVALID_PARAMETER);
    assertThat(guest.cancel((int) guest.request)).isEqualTo(Status.NOT_FOUND);

    Parameters parameters = guest.call(messages, 7, 2);
    parameters.writeU32(0, 1);
    parameters.writeU32(1, 1);
    assertThat(guest.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    String inFlight = Hex.text(guest.ram(), guest.request, 128);
    assertThat(guest.cancel((int) guest.request)).isEqualTo(Status.SUCCESS);
    RawGuest.await(() -> host.requestsInFlight() == 1);
    assertThat(guest.cancel((int) guest.request)).isEqualTo(Status.NOT_FOUND);
    assertThat(host.post(messages)).isEqualTo(Status.SUCCESS);
    assertThat(Hex.text(guest.ram(), guest.request, 128)).isEqualTo(inFlight);

    assertThat(bystander.isDone()).isFalse();
    assertThat(host.post(other)).isEqualTo(Status.SUCCESS);
    assertThat(bystander.await(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
    assertThat(guest.cancel((int) bystander.address())).isEqualTo(Status.NOT_FOUND);
  }

  @Test
  void g26TheOldCancelSubmitsTheRequestAgain() {
    int messages = guest.connect("HgbenchMessages");
    Parameters parameters = guest.call(messages, 7, 2);
    parameters.writeU32(0, 1);
    parameters.writeU32(1, 1);
    assertThat(guest.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    new RequestHeader(guest.ram(), guest.request).type(RequestType.HGCM_CANCEL);
    guest.hgcm().giveUp();
    assertThat(guest.submit()).isEqualTo(Status.SUCCESS);
    RawGuest.await(() -> host.requestsInFlight() == 0);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
    assertThat(guest.hgcm().isDone()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2, Nobody, -2900",
    "2, '', -2900",
    "0, HgbenchEcho, -2",
    "3, HgbenchEcho, -2",
    "1, HgbenchEcho, 0"
  })
  void g28ConnectNeedsAKnownServiceInAKnownPlace(int location, String service, int expected) {
    guest.connectRequest(location, service);
    assertThat(guest.run()).isEqualTo(expected);
  }

  @Test
  void g28AnUnterminatedNameIsInvalid() {
    guest.connectRequest(2, "x");
    guest.ram().fill(guest.request + 36, 128, (byte) 'x');
    assertThat(guest.run()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 12345})
  void g29ACallOfNobodyIsRefused(int client) {
    guest.call(client, 1, 0);
    assertThat(guest.run()).isEqualTo(Status.HGCM_INVALID_CLIENT_ID);
    guest.disconnectRequest(client);
    assertThat(guest.run()).isEqualTo(Status.HGCM_INVALID_CLIENT_ID);
  }

  @Test
  void g29ACallOfAClientThatHasLeftIsRefused() {
    guest.disconnectRequest(echo);
    assertThat(guest.run()).isEqualTo(Status.SUCCESS);
    guest.call(echo, 1, 0);
    assertThat(guest.run()).isEqualTo(Status.HGCM_INVALID_CLIENT_ID);
  }

  @Test
  void g30DisconnectingCompletesEveryCall() {
    HgcmGuest honest = guest.honest();
    int messages = guest.connect("HgbenchMessages");
    HgcmCall parked = honest.call(messages, 7).u32(0).u32(0).build();
    List<HgcmCall> queued =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(i -> honest.call(messages, 6).u32(0).u32(0).build())
            .toList();
    assertThat(parked.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    queued.forEach(call -> assertThat(call.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE));
    guest.disconnectRequest(messages);
    assertThat(guest.run()).isEqualTo(Status.SUCCESS);
    assertThat(parked.await(WaitMode.POLL)).isEqualTo(Status.CANCELLED);
    queued.forEach(call ->
        assertThat(call.await(WaitMode.POLL))
            .isIn(Status.TRY_AGAIN, Status.HGCM_INVALID_CLIENT_ID));
  }

  @ParameterizedTest
  @EnumSource(Requestor.Pool.class)
  void g31ThereIsALimitOfClients(Requestor.Pool pool) {
    HgcmGuest honest = guest.honest();
    honest.requestor(requestor(pool));
    int limit = pool == Requestor.Pool.KERNEL ? 2048 : 1024;
    int[] clients = new int[limit];
    for (int i = 0; i < limit; i++) {
      clients[i] = honest.connect("HgbenchSink", WaitMode.POLL);
    }
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> honest.connect("HgbenchSink", WaitMode.POLL))
        .isInstanceOfSatisfying(
            HgcmException.class,
            e -> assertThat(e.status()).isEqualTo(Status.HGCM_TOO_MANY_CLIENTS));
    for (int client : clients) {
      honest.disconnect(client, WaitMode.POLL);
    }
    honest.disconnect(honest.connect("HgbenchSink", WaitMode.POLL), WaitMode.POLL);
    honest.requestor(Requestor.OTHER_DRIVER);
  }

  @Test
  void g31ThereIsALimitOfCallsInFlight() {
    HgcmGuest honest = guest.honest();
    honest.requestor(Requestor.USER);
    int client = honest.connect("HgbenchEcho", WaitMode.POLL);
    HgcmCall call = honest.call(client, 1).u64(1).u64(2).build();
    host.blockEcho();
    int accepted = 0;
    while (call.submit() == Status.HGCM_ASYNC_EXECUTE) {
      accepted++;
    }
    assertThat(call.rc()).isEqualTo(Status.HGCM_TOO_MANY_CLIENT_CALLS);
    assertThat(accepted).isEqualTo(2047);
    host.releaseEcho();
    RawGuest.await(() -> host.callCount() == 0);
    assertThat(call.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
    honest.requestor(Requestor.OTHER_DRIVER);
  }

  @Test
  void g31AnExhaustedBudgetIsRefusedAndRestored() {
    HgcmGuest honest = guest.honest();
    int messages = guest.connect("HgbenchMessages");
    int half = 16 << 20;
    long memory = honest.pages().allocate(half);
    HgcmCall first =
        honest.call(messages, 7).u32(0).u32(0).contiguous(memory, half, Direction.TO_HOST).build();
    assertThat(first.run(WaitMode.POLL)).isEqualTo(Status.WRONG_PARAMETER_TYPE);
    // The command itself is what makes two halves too much.
    HgcmCall two =
        honest
            .call(messages, 7)
            .contiguous(memory, half, Direction.TO_HOST)
            .contiguous(memory, half, Direction.TO_HOST)
            .build();
    assertThat(two.run(WaitMode.POLL)).isEqualTo(Status.NO_MEMORY);
  }

  /// A call that a service holds leaves less of the budget than a command takes.
  @Test
  void g31WithAnExhaustedBudgetNothingBegins() {
    HgcmGuest honest = guest.honest();
    int half = 16 << 20;
    long memory = honest.pages().allocate(half);
    HgcmCall holding =
        honest
            .call(echo, 1)
            .contiguous(memory, half, Direction.TO_HOST)
            .contiguous(memory, half - 1000, Direction.TO_HOST)
            .build();
    host.blockEcho();
    assertThat(holding.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    guest.call(echo, 1, 0);
    assertThat(guest.submit()).isEqualTo(Status.NO_MEMORY);
    guest.connectRequest(2, "HgbenchEcho");
    assertThat(guest.submit()).isEqualTo(Status.NO_MEMORY);
    guest.disconnectRequest(echo);
    assertThat(guest.submit()).isEqualTo(Status.NO_MEMORY);
    host.releaseEcho();
    RawGuest.await(() -> host.requestsInFlight() == 0);
    assertThat(guest.run()).isEqualTo(Status.SUCCESS);
  }

  @Test
  void g32A32BitCallIsReadAsOne() {
    HgcmCall call = guest.honest().call32(echo, 1).u64(5).u64(6).build();
    assertThat(call.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
    assertThat(call.u64(0)).isEqualTo(6);
    assertThat(call.u64(1)).isEqualTo(11);
    new RequestHeader(guest.ram(), call.address()).type(RequestType.HGCM_CALL_64);
    assertThat(call.run(WaitMode.POLL)).isEqualTo(Status.INVALID_PARAMETER);
  }

  @Test
  void g33AnAcknowledgementWithNothingPendingAnswersNothing() {
    int fast = IoPorts.DEFAULT_BASE + IoPorts.FAST;
    guest.machine().vcpu().in(fast);
    assertThat(guest.machine().vcpu().in(fast)).isZero();
    assertThat(guest.honest().call(echo, 1).u64(5).u64(6).build().run(WaitMode.IRQ)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "4, 1", "4, 2", "4, 3", "4, 4", "4, 31", "2, 8"})
  void portAccessesOfOtherKindsMeanNothing(int width, int offset) {
    guest.head(RequestHeader.SIZE, 999);
    guest.machine().vcpu().out(IoPorts.DEFAULT_BASE + offset, width, (int) guest.request);
    assertThat(new RequestHeader(guest.ram(), guest.request).rc())
        .isEqualTo(Status.GENERAL_FAILURE);
    assertThat(guest.machine().vcpu().in(IoPorts.DEFAULT_BASE + offset, width))
        .isEqualTo(-1 >>> 32 - 8 * width);
  }

  private static int requestor(Requestor.Pool pool) {
    return switch (pool) {
      case KERNEL -> Requestor.OTHER_DRIVER;
      case ROOT -> Requestor.ROOT;
      case USER -> Requestor.USER;
    };
  }
}
