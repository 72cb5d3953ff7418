package org.hgbench.hgcm.service.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.hgbench.hgcm.service.Payload;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.service.ServiceParameter;
import org.hgbench.hgcm.wire.Status;

/// READ and WRITE: between an open file and the buffer of a call.
final class FolderData {
  /// The most that one call may move.
  static final int MAX_BYTES = 16 << 20;

  private static final int CHUNK = 64 << 10;

  private final byte[] chunk = new byte[CHUNK];
  private final ByteBuffer view = ByteBuffer.wrap(chunk);

  FolderData() {}

  /// Parameters: root, handle, offset, bytes in and out, buffer.
  int read(ServiceCall call, OpenObject.OpenFile file) throws IOException {
    ServiceParameter buffer = call.parameter(4);
    int bytes = call.parameter(3).u32();
    long offset = call.parameter(2).u64();
    int status = check(buffer, bytes, offset);
    if (status != Status.SUCCESS) {
      return status;
    }
    int done = read(file.channel(), offset, buffer.payload(), bytes);
    call.parameter(3).u32(done);
    buffer.returns(done);
    return Status.SUCCESS;
  }

  /// Parameters: root, handle, offset in and out, bytes in and out, buffer.
  int write(ServiceCall call, OpenObject.OpenFile file) throws IOException {
    ServiceParameter buffer = call.parameter(4);
    int bytes = call.parameter(3).u32();
    long offset = call.parameter(2).u64();
    int status = check(buffer, bytes, offset);
    if (status != Status.SUCCESS) {
      return status;
    }
    if (!file.writable()) {
      return Status.ACCESS_DENIED;
    }
    long start = file.appends() ? file.channel().size() : offset;
    int done = write(file.channel(), start, buffer.payload(), bytes);
    call.parameter(2).u64(start + done);
    call.parameter(3).u32(done);
    return Status.SUCCESS;
  }

  private static int check(ServiceParameter buffer, int bytes, long offset) {
    if (Integer.compareUnsigned(bytes, buffer.payload().bytes()) > 0) {
      return buffer.isInPlace() ? Status.OUT_OF_RANGE : Status.INVALID_HANDLE;
    }
    if (bytes > MAX_BYTES) {
      return Status.OUT_OF_RANGE;
    }
    return offset < 0 || offset > Long.MAX_VALUE - bytes
        ? Status.INVALID_PARAMETER
        : Status.SUCCESS;
  }

  private int read(FileChannel channel, long offset, Payload payload, int bytes)
      throws IOException {
    int done = 0;
    while (done < bytes) {
      view.clear().limit(Math.min(CHUNK, bytes - done));
      int got = channel.read(view, offset + done);
      if (got <= 0) {
        break;
      }
      payload.copyFrom(done, chunk, 0, got);
      done += got;
    }
    return done;
  }

  private int write(FileChannel channel, long offset, Payload payload, int bytes)
      throws IOException {
    int done = 0;
    while (done < bytes) {
      int share = Math.min(CHUNK, bytes - done);
      payload.copyTo(done, chunk, 0, share);
      view.clear().limit(share);
      done += channel.write(view, offset + done);
    }
    return done;
  }
}
