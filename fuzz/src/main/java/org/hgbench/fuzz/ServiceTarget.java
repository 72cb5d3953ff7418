package org.hgbench.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hgbench.hgcm.guest.CallBuilder;
import org.hgbench.hgcm.guest.Carrier;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmTimeoutException;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Status;

/// One service, called by two clients with whatever functions, values and buffers an input says.
///
/// ```text
///   call       u8 client and number of parameters (client * 16 + number), u8 function, parameters
///   parameter  u8 kind: 0 a u32, 1 a u64, 2 as the one before: a u64 that the last call returned,
///              3 a buffer: u8 way and direction, u16 size, u8 n, n bytes, zeroes up to the size
/// ```
class ServiceTarget implements FuzzTarget {
  private static final int MOST_CALLS = 40;
  private static final int MOST_BUFFER = 4096;
  private static final Carrier[] WAYS = Carrier.values();

  private final String service;
  private final List<byte[]> seeds;
  private final HgcmHost host;
  private final int[] clients = new int[2];
  private long returned;

  ServiceTarget(String service, List<byte[]> seeds, String... settings) {
    this.service = service;
    this.seeds = seeds;
    this.host = new HgcmHost(settings);
  }

  @Override
  public List<byte[]> seeds() {
    return seeds;
  }

  @Override
  public void close() {
    host.close();
  }

  @Override
  public void run(byte[] bytes) {
    Input input = new Input(bytes);
    returned = 0;
    host.begin();
    for (int i = 0; i < clients.length; i++) {
      clients[i] = host.guest().connect(service, WaitMode.POLL);
    }
    List<HgcmCall> calls = new ArrayList<>();
    for (int i = 0; i < MOST_CALLS && !input.isEmpty(); i++) {
      calls.add(call(input));
    }
    host.end();
    calls.forEach(HgcmCall::close);
  }

  private HgcmCall call(Input input) {
    int head = input.u8();
    CallBuilder builder = host.guest().call(clients[head >> 4 & 1], input.u8());
    byte[][] contents = new byte[head & 15][];
    int scalar = -1;
    for (int i = 0; i < contents.length; i++) {
      switch (input.u8() % 4) {
        case 0 -> builder.u32(input.u32());
        case 1 -> {
          builder.u64(input.u64());
          scalar = i;
        }
        case 2 -> builder.u64(returned);
        default -> contents[i] = buffer(builder, host.memory() + (long) i * MOST_BUFFER, input);
      }
    }
    HgcmCall call = builder.build();
    for (int i = 0; i < contents.length; i++) {
      if (contents[i] != null) {
        host.ram().copyFrom(call.bufferAddress(i), contents[i], 0, contents[i].length);
      }
    }
    run(call);
    if (scalar >= 0 && call.u64(scalar) != 0) {
      returned = call.u64(scalar);
    }
    return call;
  }

  /// Adds a buffer, and answers what shall be in it.
  private static byte[] buffer(CallBuilder builder, long at, Input input) {
    int way = input.u8();
    int size = input.u16() % (MOST_BUFFER + 1);
    builder.buffer(WAYS[way % WAYS.length], at, size, 1 + (way >> 2) % 3);
    return Arrays.copyOf(input.bytes(Math.min(input.u8(), size)), size);
  }

  /// A call that the service keeps is cancelled, or the next one would wait for ever.
  private void run(HgcmCall call) {
    if (call.submit() != Status.HGCM_ASYNC_EXECUTE) {
      return;
    }
    host.connector().onServiceThread(service, () -> {});
    try {
      call.awaitOrCancel(WaitMode.POLL, call.isDone() ? 1_000_000_000L : 0);
    } catch (HgcmTimeoutException e) {
      throw new AssertionError("a call cannot be cancelled", e);
    }
  }
}
