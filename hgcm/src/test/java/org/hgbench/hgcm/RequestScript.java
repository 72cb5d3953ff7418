package org.hgbench.hgcm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hgbench.hgcm.service.bench.EchoService;
import org.hgbench.hgcm.service.bench.SinkService;
import org.hgbench.hgcm.wire.CallRequest;
import org.hgbench.hgcm.wire.CancelRequest;
import org.hgbench.hgcm.wire.ConnectRequest;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.DisconnectRequest;
import org.hgbench.hgcm.wire.GuestInfo;
import org.hgbench.hgcm.wire.GuestInfo2;
import org.hgbench.hgcm.wire.HeartbeatConfiguration;
import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.hgcm.wire.HypervisorInfo;
import org.hgbench.hgcm.wire.MaskChange;
import org.hgbench.hgcm.wire.MouseStatus;
import org.hgbench.hgcm.wire.PageList;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.ChangedWords;
import org.hgbench.machine.memory.GuestMemory;

/// Every kind of request and of parameter once, in one page and across two.
public final class RequestScript implements ChangedWords.Script {
  private static final int PAGE = 4096;

  /// Where a request of [RawGuest#REQUEST_SIZE] crosses pages, from the first page on.
  private static final int CROSSING = 2 * PAGE - 60;

  private static final int SECOND_LIST = RawGuest.LIST + 64;
  private static final long WORD = 0x0102_0304_0506_0708L;

  private final List<Step> steps = new ArrayList<>();
  private RawGuest guest;
  private GuestMemory memory;
  private long address;
  private boolean isHgcm;
  private int status;
  private int echo;
  private int sink;
  private int properties;

  private record Step(Consumer<RawGuest> prepare, boolean isCrossing) {}

  public RequestScript() {
    plainRequests();
    for (boolean isCrossing : new boolean[] {false, true}) {
      calls(isCrossing);
    }
    step(guest -> guest.disconnectRequest(sink));
    step(guest -> {
      guest.head(CancelRequest.SIZE, RequestType.HGCM_CANCEL_2);
      new CancelRequest(memory, guest.request).address(0x1234_5678);
    });
  }

  @Override
  public void restart() {
    if (guest == null) {
      guest = new RawGuest(TestMachine.with("RamSize = 2M"));
      memory = guest.ram();
    } else {
      guest.machine().host().reset();
      guest.honest().probe();
    }
    echo = guest.connect("HgbenchEcho");
    sink = guest.connect("HgbenchSink");
    properties = guest.connect("VBoxGuestPropSvc");
    memory.fillWords(guest.buffer, 16 * PAGE, WORD);
    // The sink begins to count anew.
    query();
    guest.run();
    memory.clear(guest.request, 4 * PAGE);
  }

  @Override
  public int steps() {
    return steps.size();
  }

  @Override
  public void prepare(int step) {
    if (step > 0 && status != Status.SUCCESS) {
      throw new AssertionError("honest step %d: status=%d".formatted(step - 1, status));
    }
    steps.get(step).prepare().accept(guest);
    address = guest.request;
    int type = new RequestHeader(memory, address).type();
    isHgcm = type >= RequestType.HGCM_CONNECT && type <= RequestType.HGCM_CALL_64;
    if (steps.get(step).isCrossing()) {
      address += CROSSING;
      byte[] bytes = new byte[RawGuest.REQUEST_SIZE];
      memory.copyTo(guest.request, bytes, 0, bytes.length);
      memory.clear(guest.request, bytes.length);
      memory.copyFrom(address, bytes, 0, bytes.length);
    }
  }

  @Override
  public void perform(int step) {
    guest.out((int) address);
    RequestHeader header = new RequestHeader(memory, address);
    status = header.rc();
    if (status == Status.HGCM_ASYNC_EXECUTE) {
      HgcmHeader answer = new HgcmHeader(memory, address);
      RawGuest.await(answer::isDone);
      status = answer.result();
    }
    forgetClient(header.type());
  }

  /// Client ids are never given twice, so that they differ from one way of playing to the next.
  private void forgetClient(int type) {
    switch (type) {
      case RequestType.HGCM_CONNECT -> new ConnectRequest(memory, address).clientId(0);
      case RequestType.HGCM_DISCONNECT -> new DisconnectRequest(memory, address).clientId(0);
      case RequestType.HGCM_CALL_64 -> new CallRequest(memory, address).write(0, 0, 0);
      default -> {
        // It names no client.
      }
    }
  }

  /// The requests and the buffer.
  @Override
  public GuestMemory memory() {
    return memory.window(guest.request, 20 * PAGE);
  }

  /// The flags are changed by both sides; by the type the guest gives a request up that is under
  /// way.
  @Override
  public boolean isShared(long at) {
    long behind = guest.request + at - address;
    return isHgcm && (behind == HgcmHeader.FLAGS || behind == RequestHeader.TYPE);
  }

  @Override
  public String state() {
    VmmHost host = guest.machine().host();
    RawGuest.await(() -> host.requestsInFlight() == 0);
    StringBuilder state = new StringBuilder();
    for (Requestor.Pool pool : Requestor.Pool.values()) {
      state.append(pool).append('=').append(host.budgetUsed(pool)).append(' ');
    }
    return state
        .append("buffers=%d calls=%d".formatted(host.buffersInUse(), host.callCount()))
        .toString();
  }

  @Override
  public void close() {
    if (guest != null) {
      guest.close();
    }
  }

  private void plainRequests() {
    plain(
        RequestType.REPORT_GUEST_INFO_2,
        GuestInfo2.SIZE,
        at ->
            new GuestInfo2(memory, at).write(7, 0, 14, 1, GuestInfo2.REQUESTOR_IS_VALID, "7.0.14"));
    plain(
        RequestType.REPORT_GUEST_INFO,
        GuestInfo.SIZE,
        at -> new GuestInfo(memory, at).write(GuestInfo.INTERFACE_VERSION, GuestInfo.LINUX_64));
    plain(
        RequestType.CTL_GUEST_FILTER_MASK,
        MaskChange.SIZE,
        at -> new MaskChange(memory, at).write(6, 8));
    plain(
        RequestType.SET_GUEST_CAPABILITIES,
        MaskChange.SIZE,
        at -> new MaskChange(memory, at).write(1, 2));
    plain(
        RequestType.SET_MOUSE_STATUS,
        MouseStatus.SIZE,
        at -> new MouseStatus(memory, at).write(1, 2, 3));
    plain(RequestType.GET_MOUSE_STATUS, MouseStatus.SIZE, at -> {});
    plain(
        RequestType.SET_HYPERVISOR_INFO,
        HypervisorInfo.SIZE,
        at -> new HypervisorInfo(memory, at).write(0, 0));
    plain(
        RequestType.HEARTBEAT_CONFIGURE,
        HeartbeatConfiguration.SIZE,
        at -> new HeartbeatConfiguration(memory, at).ask(true));
    plain(RequestType.GUEST_HEARTBEAT, RequestHeader.SIZE, at -> {});
  }

  private void plain(int type, int size, Consumer<Long> body) {
    step(guest -> {
      guest.head(size, type);
      body.accept(guest.request);
    });
  }

  private void calls(boolean isCrossing) {
    add(isCrossing, guest -> guest.connectRequest(2, "HgbenchEcho"));
    add(
        isCrossing,
        guest -> {
          Parameters parameters = guest.call(echo, EchoService.SCALARS, 2);
          parameters.writeU64(0, 20);
          parameters.writeU64(1, 22);
        });
    for (int type :
        new int[] {ParameterType.PAGE_LIST, ParameterType.NO_BOUNCE, ParameterType.CONTIGUOUS}) {
      int pages = type == ParameterType.CONTIGUOUS ? 1 : 2;
      add(
          isCrossing,
          guest -> {
            guest.call(sink, SinkService.BUFFER_IN, 1).writePages(0, type, 5001, RawGuest.LIST);
            guest.list(Direction.TO_HOST, 3, pages).page(0, guest.buffer + offset(type));
          });
      add(
          isCrossing,
          guest -> {
            guest.call(echo, EchoService.ECHO, 1).writePages(0, type, 5001, RawGuest.LIST);
            guest.list(Direction.BOTH, 3, pages).page(0, guest.buffer + offset(type));
          });
    }
    add(
        isCrossing,
        guest -> {
          guest
              .call(sink, SinkService.BUFFER_IN, 1)
              .writeEmbedded(0, Direction.TO_HOST, RawGuest.LIST, 64);
          memory.fillWords(guest.request + RawGuest.LIST, 64, WORD);
        });
    add(
        isCrossing,
        guest ->
            guest
                .call(sink, SinkService.BUFFER_IN, 1)
                .writeLinear(0, ParameterType.LINEAR, 64, guest.buffer));
    add(
        isCrossing,
        guest -> {
          Parameters parameters = guest.call(properties, 3, 2);
          parameters.writePages(0, ParameterType.NO_BOUNCE, 8, RawGuest.LIST);
          parameters.writePages(1, ParameterType.NO_BOUNCE, 8, SECOND_LIST);
          guest.list(Direction.TO_HOST, 16, 1).page(0, guest.buffer + 16);
          PageList value = new PageList(memory, guest.request + SECOND_LIST);
          value.write(Direction.TO_HOST, 32, 1);
          value.page(0, guest.buffer + 32);
          memory.u64(guest.buffer + 16, 0x0061_6161);
          memory.u64(guest.buffer + 32, 0x0062_6262);
        });
    add(
        isCrossing,
        guest -> {
          int type = ParameterType.NO_BOUNCE;
          guest.call(sink, SinkService.BUFFER_IN, 1).writePages(0, type, 64, RawGuest.LIST);
          guest.list(Direction.TO_HOST, 3, 1).page(0, guest.buffer + offset(type));
        });
    add(isCrossing, guest -> query());
  }

  /// Writes the request that asks the sink what it has received.
  private void query() {
    Parameters parameters = guest.call(sink, SinkService.QUERY, 2);
    parameters.writeU64(0, 0);
    parameters.writeU64(1, 0);
  }

  /// The pages of a no-bounce list carry the offset of the first byte.
  private static int offset(int type) {
    return type == ParameterType.NO_BOUNCE ? 3 : 0;
  }

  private void step(Consumer<RawGuest> prepare) {
    add(false, prepare);
  }

  private void add(boolean isCrossing, Consumer<RawGuest> prepare) {
    steps.add(new Step(prepare, isCrossing));
  }
}
