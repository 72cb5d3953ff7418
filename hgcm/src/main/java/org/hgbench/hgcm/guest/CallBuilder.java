package org.hgbench.hgcm.guest;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.hgcm.wire.CallRequest;
import org.hgbench.hgcm.wire.PageList;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.memory.GuestMemory;

/// Lays out a call: header, parameters, and behind them page lists and embedded data in the order
/// of the parameters.
public final class CallBuilder {
  private static final int MAX_USER_BYTES = 24 << 20;
  private static final int MAX_KERNEL_BYTES = 16 << 20;
  private static final int MAX_EMBEDDED_BYTES = 64 << 10;

  private final HgcmGuest guest;
  private final int clientId;
  private final int function;
  private final int type;
  private final List<Layout> parameters = new ArrayList<>();
  private final List<BounceBuffer> bounces = new ArrayList<>();

  /// A parameter, and what it needs behind the parameters.
  private record Layout(int extraBytes, Writer writer) {}

  /// Writes one parameter of a request.
  private interface Writer {
    void write(Parameters parameters, int index, int extraOffset);
  }

  CallBuilder(HgcmGuest guest, int clientId, int function, int type) {
    this.guest = guest;
    this.clientId = clientId;
    this.function = function;
    this.type = type;
  }

  /// A 32-bit value.
  public CallBuilder u32(int value) {
    return add(0, (parameters, i, extra) -> parameters.writeU32(i, value));
  }

  /// A 64-bit value.
  public CallBuilder u64(long value) {
    return add(0, (parameters, i, extra) -> parameters.writeU64(i, value));
  }

  /// A buffer of the kernel's, carried in one of four ways. Where its bytes are tells
  /// [HgcmCall#bufferAddress]: for [Carrier#EMBEDDED] inside the request, else at `address`.
  ///
  /// @param address ignored for [Carrier#EMBEDDED]
  /// @param direction see [org.hgbench.hgcm.wire.Direction]
  /// @throws HgcmException OUT_OF_RANGE if it is larger than a driver lets through
  public CallBuilder buffer(Carrier carrier, long address, int bytes, int direction) {
    return switch (carrier) {
      case PAGE_LIST -> pages(address, bytes, direction);
      case EMBEDDED -> embedded(bytes, direction);
      case CONTIGUOUS -> contiguous(address, bytes, direction);
      case NO_BOUNCE -> noBounce(address, bytes, direction);
    };
  }

  /// A buffer of the kernel's as a list of its pages.
  ///
  /// @param direction see [org.hgbench.hgcm.wire.Direction]
  /// @throws HgcmException OUT_OF_RANGE if it is larger than 16 MiB
  public CallBuilder pages(long address, int bytes, int direction) {
    limit(bytes, MAX_KERNEL_BYTES);
    return pageList(ParameterType.PAGE_LIST, address, bytes, direction);
  }

  /// A buffer of a user's, through a buffer of the driver's as a list of pages. The driver's buffer
  /// lasts as long as the call.
  ///
  /// @param direction see [org.hgbench.hgcm.wire.Direction]
  /// @throws HgcmException OUT_OF_RANGE if it is larger than 24 MiB
  public CallBuilder user(long address, int bytes, int direction) {
    limit(bytes, MAX_USER_BYTES);
    long own = guest.pages().allocate(bytes);
    bounces.add(new BounceBuffer(address, own, bytes, direction));
    return pageList(ParameterType.PAGE_LIST, own, bytes, direction);
  }

  /// A buffer in guest RAM as one run of pages.
  ///
  /// @param direction see [org.hgbench.hgcm.wire.Direction]
  /// @throws HgcmException OUT_OF_RANGE if it is larger than 16 MiB
  public CallBuilder contiguous(long address, int bytes, int direction) {
    limit(bytes, MAX_KERNEL_BYTES);
    return add(
        PageList.SIZE_OF_ONE,
        (parameters, i, extra) -> {
          parameters.writePages(i, ParameterType.CONTIGUOUS, bytes, extra);
          writeList(parameters, extra, address, 1, direction);
        });
  }

  /// A buffer in guest RAM on which the service works in place.
  ///
  /// @param direction see [org.hgbench.hgcm.wire.Direction]
  /// @throws HgcmException OUT_OF_RANGE if it is larger than 16 MiB
  public CallBuilder noBounce(long address, int bytes, int direction) {
    limit(bytes, MAX_KERNEL_BYTES);
    return pageList(ParameterType.NO_BOUNCE, address, bytes, direction);
  }

  /// A buffer inside the request; see [HgcmCall#bufferAddress].
  ///
  /// @param direction see [org.hgbench.hgcm.wire.Direction]
  /// @throws HgcmException OUT_OF_RANGE if it is larger than 64 KiB, as in the Additions
  public CallBuilder embedded(int bytes, int direction) {
    limit(bytes, MAX_EMBEDDED_BYTES);
    return add(
        bytes, (parameters, i, extra) -> parameters.writeEmbedded(i, direction, extra, bytes));
  }

  /// A buffer at a guest-virtual address.
  ///
  /// @param linearType [ParameterType#LINEAR], `LINEAR_IN` or `LINEAR_OUT`
  public CallBuilder linear(int linearType, long address, int bytes) {
    return add(0, (parameters, i, extra) -> parameters.writeLinear(i, linearType, bytes, address));
  }

  /// Writes the request into pages of its own.
  ///
  /// @throws HgcmException OUT_OF_RANGE if it is larger than 1 MiB, which no host takes
  public HgcmCall build() {
    int end = Parameters.end(parameters.size(), Parameters.stride(type));
    int size = end + parameters.stream().mapToInt(Layout::extraBytes).sum();
    if (size > RequestHeader.MAX_REQUEST_SIZE) {
      throw new HgcmException(
          "request: bytes=%d most=%d".formatted(size, RequestHeader.MAX_REQUEST_SIZE),
          Status.OUT_OF_RANGE);
    }
    HgcmCall call = guest.request(type, size);
    GuestMemory ram = guest.ram();
    CallRequest request = new CallRequest(ram, call.address());
    request.write(clientId, function, parameters.size());
    Parameters array = request.parameters(type);
    int extra = end;
    for (int i = 0; i < parameters.size(); i++) {
      parameters.get(i).writer.write(array, i, extra);
      extra += parameters.get(i).extraBytes;
    }
    call.bounce(bounces.toArray(BounceBuffer[]::new));
    return call;
  }

  private static void limit(int bytes, int most) {
    if (bytes > most) {
      throw new HgcmException(
          "buffer: bytes=%d most=%d".formatted(bytes, most), Status.OUT_OF_RANGE);
    }
  }

  private CallBuilder pageList(int listType, long address, int bytes, int direction) {
    int firstOffset = (int) (address % PageList.PAGE);
    int count = Math.max(1, PageList.pageCount(firstOffset, bytes));
    return add(
        PageList.size(count),
        (parameters, i, extra) -> {
          parameters.writePages(i, listType, bytes, extra);
          writeList(parameters, extra, address, count, direction);
        });
  }

  private static void writeList(
      Parameters parameters, int offset, long address, int count, int direction) {
    PageList list = new PageList(parameters.memory(), parameters.request() + offset);
    int firstOffset = (int) (address % PageList.PAGE);
    list.write(direction, firstOffset, count);
    for (int page = 0; page < count; page++) {
      list.page(page, address - firstOffset + (long) page * PageList.PAGE);
    }
  }

  private CallBuilder add(int extraBytes, Writer writer) {
    parameters.add(new Layout(extraBytes, writer));
    return this;
  }
}
