package org.hgbench.hgcm.service.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A directory of the host and all that is below it. Every method walks from the root, relative to
/// open directories, and follows no link.
///
/// @param name what guests call it
/// @param root the directory
/// @param writable whether guests may change anything
/// @param linkable whether guests may create symbolic links
record SharedFolder(String name, Path root, boolean writable, boolean linkable) {
  /// Opens the directory that holds `path`'s last name. The caller closes it.
  private Directory parentOf(FolderPath path) throws IOException {
    return open(path.parent());
  }

  /// Opens a directory. The caller closes it.
  Directory open(FolderPath path) throws IOException {
    SecureDirectoryStream<Path> directory = secure(Files.newDirectoryStream(root));
    for (String name : path.names()) {
      try (SecureDirectoryStream<Path> outer = directory) {
        Path next = Path.of(name);
        if (!attributes(outer, next).isDirectory()) {
          throw new NotDirectoryException(name);
        }
        directory = outer.newDirectoryStream(next, LinkOption.NOFOLLOW_LINKS);
      }
    }
    return new Directory(directory);
  }

  /// An open directory.
  record Directory(SecureDirectoryStream<Path> stream) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream)
      throws IOException {
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    stream.close();
    throw new IOException("this operating system cannot open relative to a directory");
  }

  PosixFileAttributes attributes(FolderPath path) throws IOException {
    if (path.isRoot()) {
      return Files.readAttributes(root, PosixFileAttributes.class);
    }
    try (Directory parent = parentOf(path)) {
      return attributes(parent.stream, Path.of(path.last()));
    }
  }

  private static PosixFileAttributes attributes(SecureDirectoryStream<Path> directory, Path name)
      throws IOException {
    return directory
        .getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes();
  }

  PosixFileAttributeView view(Directory parent, String name) {
    return parent.stream.getFileAttributeView(
        Path.of(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  /// Opens a file, or creates it.
  FileChannel openFile(FolderPath path, Set<? extends OpenOption> options) throws IOException {
    try (Directory parent = parentOf(path)) {
      Set<OpenOption> all =
          Stream.concat(options.stream(), Stream.of(LinkOption.NOFOLLOW_LINKS))
              .collect(Collectors.toSet());
      return (FileChannel) parent.stream.newByteChannel(Path.of(path.last()), all);
    }
  }

  /// Creates a directory. It is made in the root under a passing name and then moved, since only a
  /// move can be told the open directory to end in.
  void createDirectory(FolderPath path) throws IOException {
    try (Directory parent = parentOf(path);
        Directory top = open(new FolderPath(List.of()))) {
      Path passing = Files.createTempDirectory(root, ".hgbench-");
      try {
        top.stream.move(passing.getFileName(), parent.stream, Path.of(path.last()));
      } catch (IOException e) {
        Files.deleteIfExists(passing);
        throw e;
      }
    }
  }

  void removeFile(FolderPath path) throws IOException {
    try (Directory parent = parentOf(path)) {
      parent.stream.deleteFile(Path.of(path.last()));
    }
  }

  void removeDirectory(FolderPath path) throws IOException {
    try (Directory parent = parentOf(path)) {
      parent.stream.deleteDirectory(Path.of(path.last()));
    }
  }

  void rename(FolderPath from, FolderPath to) throws IOException {
    try (Directory source = parentOf(from);
        Directory target = parentOf(to)) {
      source.stream.move(Path.of(from.last()), target.stream, Path.of(to.last()));
    }
  }

  /// The names in a directory, sorted, and what is known of each. What vanishes meanwhile is left
  /// out.
  List<Listed> list(FolderPath path) throws IOException {
    List<Listed> entries = new ArrayList<>();
    try (Directory directory = open(path)) {
      for (Path entry : directory.stream) {
        String name = entry.getFileName().toString();
        try {
          entries.add(new Listed(name, attributes(directory.stream, Path.of(name))));
        } catch (NoSuchFileException e) {
          continue;
        }
      }
    }
    entries.sort((a, b) -> a.name.compareTo(b.name));
    return entries;
  }

  /// A name in a directory.
  ///
  /// @param name the name
  /// @param attributes what is known of the object
  record Listed(String name, PosixFileAttributes attributes) {}
}
