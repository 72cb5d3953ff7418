package org.hgbench.hgcm.service.folder;

import java.io.IOException;
import java.nio.charset.Charset;
import org.hgbench.hgcm.service.Payload;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.hgcm.wire.folder.DirectoryEntry;

/// LIST: as many entries of an open directory as the buffer holds. Parameters: root, handle, flags,
/// bytes in and out, filter, entries, more in and out, count out.
///
/// Differs: the filter is not looked at; a guest that sends one filters again itself.
final class FolderListing {
  private static final int RETURN_ONE = 1;
  private static final int RESTART = 2;

  private FolderListing() {}

  static int list(
      ServiceCall call, OpenObject.OpenDirectory directory, Scratch scratch, Charset charset)
      throws IOException {
    int flags = call.parameter(2).u32();
    Payload buffer = call.parameter(5).payload();
    int room =
        Integer.compareUnsigned(call.parameter(3).u32(), buffer.bytes()) < 0
            ? call.parameter(3).u32()
            : buffer.bytes();
    if ((flags & RESTART) != 0) {
      directory.restart();
    }
    int count = 0;
    int used = 0;
    SharedFolder.Listed entry = directory.peek();
    while (entry != null && (count == 0 || (flags & RETURN_ONE) == 0)) {
      int size = DirectoryEntry.size(entry.name(), charset);
      if (size > room - used) {
        break;
      }
      write(entry, new DirectoryEntry(scratch.memory(), 0), charset);
      buffer.copyFrom(used, scratch.memory(), 0, size);
      used += size;
      count++;
      directory.advance();
      entry = directory.peek();
    }
    call.parameter(3).u32(used);
    call.parameter(6).u32(entry == null ? 0 : 1);
    call.parameter(7).u32(count);
    if (count > 0) {
      return Status.SUCCESS;
    }
    return entry == null ? Status.NO_MORE_FILES : Status.BUFFER_OVERFLOW;
  }

  private static void write(SharedFolder.Listed from, DirectoryEntry to, Charset charset) {
    Attributes.write(from.attributes(), to.info());
    to.clearShortName();
    to.name().write(from.name(), charset);
  }
}
