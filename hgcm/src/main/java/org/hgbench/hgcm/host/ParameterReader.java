package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.CallRequest;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.PageList;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// Reads and checks the parameters of a call, and fetches what travels to the host. The first check
/// that fails decides.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/VMMDev/VMMDevHGCM.cpp, vmmdevR3HgcmCallFetchGuestParms
/// and vmmdevR3HgcmInitHostParameters.
final class ParameterReader {
  private final PhysicalMemory memory;
  private final PayloadCopies copies;
  private final HeapBudget budget;
  private final HostBuffers buffers;

  ParameterReader(
      PhysicalMemory memory, PayloadCopies copies, HeapBudget budget, HostBuffers buffers) {
    this.memory = memory;
    this.copies = copies;
    this.budget = budget;
    this.buffers = buffers;
  }

  /// Fills the command from a private copy of the request. What was taken before a failure is with
  /// the command, to be given back with it.
  int read(HgcmCommand command, RequestCopy copy, int requestSize) {
    Parameters parameters = copy.parameters(command.type());
    int count = copy.call().parameterCount();
    int room = (requestSize - CallRequest.SIZE) / parameters.stride();
    if (Integer.compareUnsigned(count, Math.min(CallRequest.MAX_PARAMETERS, room)) > 0) {
      return Status.INVALID_PARAMETER;
    }
    command.call(copy.call().clientId(), copy.call().function(), count);
    int end = Parameters.end(count, parameters.stride());
    for (int i = 0; i < count; i++) {
      int status = describe(command.hostParameter(i), parameters, i, end, requestSize);
      if (status != Status.SUCCESS) {
        return status;
      }
    }
    Stamps.stamp(Stage.PARSED);
    for (int i = 0; i < count; i++) {
      int status = fetch(command, command.hostParameter(i), copy.memory());
      if (status != Status.SUCCESS) {
        return status;
      }
    }
    Stamps.stamp(Stage.COPIED_IN);
    return Status.SUCCESS;
  }

  private int describe(
      HostParameter parameter, Parameters parameters, int i, int end, int requestSize) {
    int type = parameters.type(i);
    switch (type) {
      case ParameterType.U32 -> parameter.scalar(type, parameters.u32(i));
      case ParameterType.U64 -> parameter.scalar(type, parameters.u64(i));
      case ParameterType.LINEAR, ParameterType.LINEAR_IN, ParameterType.LINEAR_OUT -> {
        return describeLinear(
            parameter, type, parameters.bufferSize(i), parameters.linearAddress(i));
      }
      case ParameterType.PAGE_LIST, ParameterType.CONTIGUOUS, ParameterType.NO_BOUNCE -> {
        return describePages(parameter, parameters, i, end, requestSize);
      }
      case ParameterType.EMBEDDED -> {
        return describeEmbedded(parameter, parameters, i, end, requestSize);
      }
      default -> {
        parameter.buffer(type, 0, 0);
        return Status.INVALID_PARAMETER;
      }
    }
    return Status.SUCCESS;
  }

  /// Differs: a guest of this machine has no page tables, so its virtual addresses are physical.
  private int describeLinear(HostParameter parameter, int type, int bytes, long address) {
    int direction =
        switch (type) {
          case ParameterType.LINEAR_IN -> Direction.TO_HOST;
          case ParameterType.LINEAR_OUT -> Direction.FROM_HOST;
          default -> Direction.BOTH;
        };
    parameter.buffer(type, direction, 0);
    if (isTooLarge(bytes)) {
      return Status.INVALID_PARAMETER;
    }
    parameter.buffer(type, direction, bytes);
    if (bytes > 0) {
      int firstOffset = (int) (address & PageList.PAGE - 1);
      int pageCount = PageList.pageCount(firstOffset, bytes);
      parameter.pages(firstOffset, pageCount);
      for (int page = 0; page < pageCount; page++) {
        long pageAddress = (address & -PageList.PAGE) + (long) page * PageList.PAGE;
        parameter.page(page, memory.isBacked(pageAddress) ? pageAddress : PageList.NO_PAGE);
      }
    }
    return Status.SUCCESS;
  }

  private int describePages(
      HostParameter parameter, Parameters parameters, int i, int end, int requestSize) {
    int type = parameters.type(i);
    int bytes = parameters.bufferSize(i);
    int offset = parameters.listOffset(i);
    parameter.buffer(type, 0, 0);
    if (isTooLarge(bytes)
        || Integer.compareUnsigned(offset, end) < 0
        || Integer.compareUnsigned(offset, requestSize - PageList.SIZE_OF_ONE) > 0
        || requestSize < PageList.SIZE_OF_ONE) {
      return Status.INVALID_PARAMETER;
    }
    GuestMemory copy = parameters.memory();
    int pageCount = PageList.pageCount(copy, offset);
    int room = 1 + (requestSize - offset - PageList.SIZE_OF_ONE) / Long.BYTES;
    if (pageCount < 1 || pageCount > room) {
      return Status.INVALID_PARAMETER;
    }
    int direction = PageList.direction(copy, offset);
    if (!Direction.isValid(direction)) {
      return Status.INVALID_FLAGS;
    }
    int firstOffset = PageList.firstOffset(copy, offset);
    if (firstOffset >= PageList.PAGE) {
      return Status.INVALID_PARAMETER;
    }
    parameter.buffer(type, direction, bytes);
    parameter.pages(firstOffset, pageCount);
    for (int page = 0; page < pageCount; page++) {
      parameter.page(page, PageList.page(copy, offset, page));
    }
    return switch (type) {
      case ParameterType.CONTIGUOUS -> checkContiguous(parameter);
      case ParameterType.NO_BOUNCE -> checkNoBounce(parameter);
      default -> Status.SUCCESS;
    };
  }

  private int checkContiguous(HostParameter parameter) {
    if (parameter.pageCount() != 1) {
      return Status.INVALID_PARAMETER;
    }
    long start = PayloadCopies.base(parameter.page(0)) + parameter.firstOffset();
    return parameter.bytes() == 0 || memory.isBacked(start, parameter.bytes())
        ? Status.SUCCESS
        : Status.INVALID_PARAMETER;
  }

  private static int checkNoBounce(HostParameter parameter) {
    int expected = PageList.pageCount(parameter.firstOffset(), parameter.bytes());
    if (parameter.pageCount() != expected) {
      return Status.INVALID_PARAMETER;
    }
    int low = (int) (parameter.page(0) & PageList.PAGE - 1);
    if (low != 0 && low != parameter.firstOffset()) {
      return Status.INVALID_POINTER;
    }
    for (int page = 1; page < expected; page++) {
      if ((parameter.page(page) & PageList.PAGE - 1) != 0) {
        return Status.INVALID_POINTER;
      }
    }
    return Status.SUCCESS;
  }

  private static int describeEmbedded(
      HostParameter parameter, Parameters parameters, int i, int end, int requestSize) {
    int direction = parameters.embeddedDirection(i);
    int offset = parameters.embeddedOffset(i);
    int bytes = parameters.embeddedSize(i);
    parameter.buffer(ParameterType.EMBEDDED, 0, 0);
    if (isTooLarge(bytes)
        || offset < end
        || offset > requestSize
        || Integer.compareUnsigned(bytes, requestSize - offset) > 0) {
      return Status.INVALID_PARAMETER;
    }
    if (!Direction.isValid(direction)) {
      return Status.INVALID_FLAGS;
    }
    parameter.buffer(ParameterType.EMBEDDED, direction, bytes);
    parameter.embeddedAt(offset);
    return Status.SUCCESS;
  }

  private static boolean isTooLarge(int bytes) {
    return Integer.compareUnsigned(bytes, CallRequest.MAX_DATA) > 0;
  }

  private int fetch(HgcmCommand command, HostParameter parameter, GuestMemory copy) {
    int bytes = parameter.bytes();
    if (parameter.kind() != HostParameter.Kind.BUFFER || bytes == 0) {
      return Status.SUCCESS;
    }
    if (parameter.type() == ParameterType.NO_BOUNCE) {
      int status = lock(parameter);
      if (status != Status.SUCCESS || parameter.payload().pieces() > 0) {
        return status;
      }
    }
    if (command.charged() + bytes > CallRequest.MAX_DATA || !budget.charge(command.pool(), bytes)) {
      return Status.NO_MEMORY;
    }
    command.charge(bytes);
    HostBuffers.Buffer buffer = buffers.take(bytes);
    if (buffer == null) {
      return Status.NO_MEMORY;
    }
    parameter.use(buffer);
    if (Direction.isToHost(parameter.direction())) {
      copies.toHost(parameter, copy);
    }
    return Status.SUCCESS;
  }

  /// Lets the service work on the guest's pages if all of them are RAM. A page of device memory
  /// makes it an ordinary page list, and a page of nothing is an error.
  private int lock(HostParameter parameter) {
    boolean allRam = true;
    for (int page = 0; page < parameter.pageCount(); page++) {
      long address = PayloadCopies.base(parameter.page(page));
      if (!memory.isBacked(address)) {
        return Status.INVALID_POINTER;
      }
      allRam &= memory.isRam(address, PageList.PAGE);
    }
    if (allRam) {
      parameter.useInPlace(memory);
    }
    return Status.SUCCESS;
  }
}
