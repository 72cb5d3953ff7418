package org.hgbench.hgcm.service.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.hgcm.wire.folder.CreateParameters;

/// CREATE: looks, opens, creates, replaces. The status is SUCCESS even if there is nothing to open;
/// the outcome is in the parameters' result.
///
/// Source: VirtualBox 7.0, src/VBox/HostServices/SharedFolders/vbsf.cpp, vbsfCreate.
final class FolderCreate {
  private final FolderSession session;
  private final SharedFolder folder;
  private final FolderPath path;
  private final CreateParameters parameters;
  private final int flags;

  FolderCreate(
      FolderSession session, SharedFolder folder, FolderPath path, CreateParameters parameters) {
    this.session = session;
    this.folder = folder;
    this.path = path;
    this.parameters = parameters;
    this.flags = parameters.flags();
  }

  int perform() throws IOException {
    PosixFileAttributes existing;
    try {
      existing = folder.attributes(path);
    } catch (NoSuchFileException e) {
      existing = null;
      if (!parentExists()) {
        return answer(CreateParameters.PATH_NOT_FOUND);
      }
    } catch (NotDirectoryException e) {
      return answer(CreateParameters.PATH_NOT_FOUND);
    }
    if (existing != null) {
      Attributes.write(existing, parameters.info());
    }
    if ((flags & CreateParameters.LOOKUP) != 0) {
      return answer(existing == null ? CreateParameters.FILE_NOT_FOUND : CreateParameters.EXISTS);
    }
    if (session.isFull()) {
      return Status.OUT_OF_RESOURCES;
    }
    return existing == null ? create() : open(existing);
  }

  private boolean parentExists() throws IOException {
    try {
      return path.isRoot() || folder.attributes(path.parent()).isDirectory();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return false;
    }
  }

  private int create() throws IOException {
    if ((flags & CreateParameters.FAIL_IF_NEW) != 0) {
      return answer(CreateParameters.FILE_NOT_FOUND);
    }
    if (!folder.writable()) {
      return Status.ACCESS_DENIED;
    }
    OpenObject object;
    try {
      if (wantsDirectory()) {
        folder.createDirectory(path);
        object = new OpenObject.OpenDirectory(folder, path);
      } else {
        object = openFile(StandardOpenOption.CREATE_NEW, true);
      }
    } catch (FileAlreadyExistsException e) {
      return answer(CreateParameters.EXISTS);
    }
    Attributes.write(folder.attributes(path), parameters.info());
    return answer(object, CreateParameters.CREATED);
  }

  private int open(PosixFileAttributes existing) throws IOException {
    int ifExists = flags & CreateParameters.IF_EXISTS;
    if (ifExists == CreateParameters.FAIL_IF_EXISTS
        || wantsDirectory() != existing.isDirectory()
        || !existing.isDirectory() && !existing.isRegularFile()) {
      return answer(CreateParameters.EXISTS);
    }
    if (existing.isDirectory()) {
      return answer(new OpenObject.OpenDirectory(folder, path), CreateParameters.EXISTS);
    }
    boolean replaces =
        ifExists == CreateParameters.REPLACE_IF_EXISTS
            || ifExists == CreateParameters.OVERWRITE_IF_EXISTS;
    boolean writes = replaces || (flags & CreateParameters.WRITE) != 0;
    if (writes && !folder.writable()) {
      return Status.ACCESS_DENIED;
    }
    OpenObject object = openFile(StandardOpenOption.READ, writes);
    if (replaces && object instanceof OpenObject.OpenFile file) {
      file.channel().truncate(0);
      Attributes.write(folder.attributes(path), parameters.info());
    }
    return answer(object, replaces ? CreateParameters.REPLACED : CreateParameters.EXISTS);
  }

  private OpenObject openFile(OpenOption how, boolean writes) throws IOException {
    Set<OpenOption> options = new HashSet<>(Set.of(how));
    if (writes) {
      options.add(StandardOpenOption.WRITE);
    }
    options.add(StandardOpenOption.READ);
    FileChannel channel = folder.openFile(path, options);
    boolean appends = (flags & CreateParameters.APPEND) != 0;
    return new OpenObject.OpenFile(folder, path, channel, writes, appends);
  }

  private boolean wantsDirectory() {
    return (flags & CreateParameters.WANT_DIRECTORY) != 0;
  }

  private int answer(int result) {
    parameters.answer(CreateParameters.NIL, result);
    return Status.SUCCESS;
  }

  private int answer(OpenObject object, int result) {
    parameters.answer(session.add(object), result);
    return Status.SUCCESS;
  }
}
