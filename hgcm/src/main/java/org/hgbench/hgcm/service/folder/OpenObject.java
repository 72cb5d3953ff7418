package org.hgbench.hgcm.service.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;

/// What a guest's handle stands for.
sealed interface OpenObject {
  /// Where it is.
  SharedFolder folder();

  /// Its path when it was opened.
  FolderPath path();

  /// Gives back what it holds.
  void close() throws IOException;

  /// An open file.
  ///
  /// @param folder where it is
  /// @param path its path when it was opened
  /// @param channel the file
  /// @param writable whether it was opened for writing
  /// @param appends whether every write goes to the end
  record OpenFile(
      SharedFolder folder, FolderPath path, FileChannel channel, boolean writable, boolean appends)
      implements OpenObject {
    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /// An open directory and how far it has been listed.
  final class OpenDirectory implements OpenObject {
    private final SharedFolder folder;
    private final FolderPath path;
    private List<SharedFolder.Listed> entries;
    private int next;

    OpenDirectory(SharedFolder folder, FolderPath path) {
      this.folder = folder;
      this.path = path;
    }

    @Override
    public SharedFolder folder() {
      return folder;
    }

    @Override
    public FolderPath path() {
      return path;
    }

    /// Begins again with the next look.
    void restart() {
      entries = null;
      next = 0;
    }

    /// The next entry, or null at the end.
    SharedFolder.Listed peek() throws IOException {
      if (entries == null) {
        entries = folder.list(path);
      }
      return next < entries.size() ? entries.get(next) : null;
    }

    void advance() {
      next++;
    }

    @Override
    public void close() {
      entries = null;
    }
  }
}
