package org.hgbench.hgcm.service.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import org.hgbench.hgcm.wire.Status;

/// The one place where what the host's file system says becomes a status for the guest.
final class FolderFailure {
  private FolderFailure() {}

  static int status(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> Status.FILE_NOT_FOUND;
      case NotDirectoryException e -> Status.PATH_NOT_FOUND;
      case FileAlreadyExistsException e -> Status.ALREADY_EXISTS;
      case DirectoryNotEmptyException e -> Status.ACCESS_DENIED;
      case NotLinkException e -> Status.INVALID_PARAMETER;
      case AccessDeniedException e -> Status.ACCESS_DENIED;
      // Above all a symbolic link where none is followed.
      case FileSystemException e -> Status.ACCESS_DENIED;
      default -> Status.GENERAL_FAILURE;
    };
  }
}
