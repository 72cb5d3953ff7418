package org.hgbench.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.CallRequest;
import org.hgbench.hgcm.wire.CancelRequest;
import org.hgbench.hgcm.wire.ConnectRequest;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.DisconnectRequest;
import org.hgbench.hgcm.wire.PageList;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.machine.memory.GuestMemory;

/// The request port of the VMM device, with guest RAM as the input.
///
/// | operation | with | what |
/// |---|---|---|
/// | 0 | u16 at, u8 n, n bytes | writes memory |
/// | 1 | u16 at, u32 | the same, a word |
/// | 2 | u16 at | submits what is there |
/// | 3 | u32 | submits an address |
/// | 4 | | waits until the services have seen everything |
/// | 5 | | acknowledges by the fast port |
/// | 6 | u16 at, u8 service | writes the number of a client of that service |
/// | 7 | u16 at, u16 to | writes the address of another place |
final class RequestTarget implements FuzzTarget {
  private static final int OPERATIONS = 8;
  private static final int MOST_OPERATIONS = 100;
  private static final int LIST = 1024;
  private static final int BUFFER = 0x4000;

  private final HgcmHost host = new HgcmHost();
  private final Map<String, Integer> clients = new HashMap<>();

  @Override
  public void run(byte[] bytes) {
    Input input = new Input(bytes);
    clients.clear();
    host.begin();
    for (int i = 0; i < MOST_OPERATIONS && !input.isEmpty(); i++) {
      step(input);
    }
    host.end();
  }

  private void step(Input input) {
    switch (input.u8() % OPERATIONS) {
      case 0 -> {
        int at = input.u16();
        byte[] part = input.bytes(input.u8());
        int fits = Math.min(part.length, HgcmHost.BYTES - at);
        host.ram().copyFrom(host.memory() + at, part, 0, fits);
      }
      case 1 -> word(input.u16(), input.u32());
      case 2 -> host.submit((int) host.memory() + input.u16());
      case 3 -> host.submit(input.u32());
      case 4 -> host.settle();
      case 5 -> host.acknowledge();
      case 6 -> word(input.u16(), client(input.u8()));
      default -> word(input.u16(), (int) host.memory() + input.u16());
    }
  }

  private void word(int at, int value) {
    host.ram().u32(host.memory() + Math.min(at, HgcmHost.BYTES - 4), value);
  }

  private int client(int which) {
    return clients.computeIfAbsent(
        HgcmHost.SERVICES.get(which % HgcmHost.SERVICES.size()),
        service -> {
          // A guest that left takes its clients with it, and cannot connect either.
          host.settle();
          host.guest().probe();
          return host.guest().connect(service, WaitMode.POLL);
        });
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (int type : List.of(RequestType.HGCM_CALL_64, RequestType.HGCM_CALL_32)) {
      for (int service = 0; service < HgcmHost.SERVICES.size(); service++) {
        seeds.add(scalars(type, service));
      }
      for (int list :
          List.of(
              ParameterType.PAGE_LIST,
              ParameterType.EMBEDDED,
              ParameterType.CONTIGUOUS,
              ParameterType.NO_BOUNCE,
              ParameterType.LINEAR)) {
        seeds.add(buffer(type, list));
      }
    }
    seeds.add(connectAndDisconnect());
    seeds.add(cancel());
    return seeds;
  }

  @Override
  public void close() {
    host.close();
  }

  private static GuestMemory head(int size, int type) {
    GuestMemory request = GuestMemory.allocate(2048);
    new RequestHeader(request, 0).write(size, type, Requestor.OTHER_DRIVER);
    return request;
  }

  private static byte[] scalars(int type, int service) {
    GuestMemory request = head(512, type);
    CallRequest call = new CallRequest(request, 0);
    call.write(0, 1, 2);
    Parameters parameters = call.parameters(type);
    parameters.writeU64(0, 20);
    parameters.writeU64(1, 22);
    return submitted(request, 128, service);
  }

  private static byte[] buffer(int type, int list) {
    GuestMemory request = head(2048, type);
    CallRequest call = new CallRequest(request, 0);
    call.write(0, 2, 1);
    Parameters parameters = call.parameters(type);
    switch (list) {
      case ParameterType.EMBEDDED -> parameters.writeEmbedded(0, Direction.BOTH, LIST, 64);
      case ParameterType.LINEAR -> parameters.writeLinear(0, list, 0, 0);
      default -> {
        parameters.writePages(0, list, 3000, LIST);
        new PageList(request, LIST).write(Direction.BOTH, 100, 1);
      }
    }
    Script script = new Script();
    write(script, request, 0, 128);
    write(script, request, LIST, 32);
    // The page, as an address in this guest's RAM.
    script.u8(7).u16(LIST + 8).u16(BUFFER);
    return script.u8(6).u16(32).u8(0).u8(2).u16(0).u8(4).u8(5).build();
  }

  private static byte[] connectAndDisconnect() {
    GuestMemory connect = head(ConnectRequest.SIZE, RequestType.HGCM_CONNECT);
    new ConnectRequest(connect, 0).write(ConnectRequest.LOCALHOST_EXISTING, "HgbenchEcho");
    GuestMemory disconnect = head(DisconnectRequest.SIZE, RequestType.HGCM_DISCONNECT);
    Script script = new Script();
    write(script, connect, 0, ConnectRequest.SIZE);
    script.u8(2).u16(0).u8(4);
    write(script, disconnect, 0, DisconnectRequest.SIZE);
    return script.u8(6).u16(32).u8(1).u8(2).u16(0).u8(4).build();
  }

  /// A call that the message service keeps, and its end.
  private static byte[] cancel() {
    GuestMemory request = head(512, RequestType.HGCM_CALL_64);
    CallRequest call = new CallRequest(request, 0);
    call.write(0, 7, 2);
    call.parameters(RequestType.HGCM_CALL_64).writeU32(0, 0);
    call.parameters(RequestType.HGCM_CALL_64).writeU32(1, 0);
    GuestMemory cancel = head(CancelRequest.SIZE, RequestType.HGCM_CANCEL_2);
    Script script = new Script().bytes(submitted(request, 128, 2));
    write(script, cancel, 0x200, CancelRequest.SIZE, 0);
    return script.u8(7).u16(0x200 + 24).u16(0).u8(2).u16(0x200).u8(4).build();
  }

  private static byte[] submitted(GuestMemory request, int bytes, int service) {
    Script script = new Script();
    write(script, request, 0, bytes);
    return script.u8(6).u16(32).u8(service).u8(2).u16(0).u8(4).u8(5).build();
  }

  private static void write(Script script, GuestMemory from, int at, int bytes) {
    write(script, from, at, bytes, at);
  }

  private static void write(Script script, GuestMemory from, int to, int bytes, int at) {
    byte[] part = new byte[bytes];
    from.copyTo(at, part, 0, bytes);
    script.u8(0).u16(to).u8(bytes).bytes(part);
  }
}
