package org.hgbench.hgcm.wire.folder;

import java.nio.charset.Charset;
import org.hgbench.machine.memory.GuestMemory;

/// One entry of a listing: [ObjectInfo], a short name that nobody fills (30 bytes), and the name as
/// a [FolderString]. The next entry follows at once.
///
/// Source: VirtualBox 7.0, include/VBox/shflsvc.h, SHFLDIRINFO.
///
/// @param memory where it is
/// @param at where it begins
public record DirectoryEntry(GuestMemory memory, long at) {
  static final int SHORT_NAME = ObjectInfo.SIZE;
  static final int NAME = 122;

  /// The size of an entry with a name.
  public static int size(String name, Charset charset) {
    return NAME + FolderString.size(name, charset);
  }

  /// What is known of the object.
  public ObjectInfo info() {
    return new ObjectInfo(memory, at);
  }

  /// Its name.
  public FolderString name() {
    return new FolderString(memory, at + NAME);
  }

  /// Host: no short name.
  public void clearShortName() {
    memory.clear(at + SHORT_NAME, NAME - SHORT_NAME);
  }
}
