package org.hgbench.fuzz;

import static org.hgbench.fuzz.ServiceSeeds.buffer;
import static org.hgbench.fuzz.ServiceSeeds.call;
import static org.hgbench.fuzz.ServiceSeeds.script;
import static org.hgbench.fuzz.ServiceSeeds.u32;
import static org.hgbench.fuzz.ServiceSeeds.u64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Shared folders over a directory of its own, which each input finds as the first one did. Beside
/// it lies what nobody may touch.
final class FolderTarget implements FuzzTarget {
  private static final int IN = 0;
  private static final int OUT = 4;
  private static final int BOTH = 8;
  private static final int FLAGS_FILE = 0x3000;

  private final Scratch scratch = Scratch.open();
  private final Path root;
  private final Path outside;
  private final ServiceTarget service;

  FolderTarget() {
    try {
      root = Files.createDirectory(scratch.path().resolve("shared"));
      outside = Files.createDirectory(scratch.path().resolve("outside"));
      Files.writeString(outside.resolve("secret"), "secret");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String folder = "Devices/vmm/0/Config/Services/VBoxSharedFolders/Folders/share/";
    service =
        new ServiceTarget(
            "VBoxSharedFolders", honest(), folder + "Path = " + root, folder + "Symlinks = true");
  }

  @Override
  public List<byte[]> seeds() {
    return service.seeds();
  }

  @Override
  public void close() {
    service.close();
    scratch.close();
  }

  @Override
  public void run(byte[] input) {
    try {
      restore();
      service.run(input);
      requireUntouched();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void restore() throws IOException {
    try (Stream<Path> children = Files.list(root)) {
      for (Path child : children.toList()) {
        Scratch.delete(child);
      }
    }
    Files.writeString(root.resolve("file"), "text");
    Files.createDirectory(root.resolve("sub"));
    Files.createSymbolicLink(root.resolve("link"), outside.resolve("secret"));
  }

  private void requireUntouched() throws IOException {
    try (Stream<Path> files = Files.list(outside)) {
      if (!files.toList().equals(List.of(outside.resolve("secret")))
          || !Files.readString(outside.resolve("secret")).equals("secret")) {
        throw new AssertionError("the guest escaped from the shared folder");
      }
    }
    try (Stream<Path> files = Files.list(scratch.path())) {
      if (files.count() != 2) {
        throw new AssertionError("the guest made files beside the shared folder");
      }
    }
  }

  private static List<byte[]> honest() {
    byte[] begin =
        script(call(0, 16, 0), call(0, 17, 4), path("share"), u32(0), u32('/'), u32(1)).build();
    List<byte[]> seeds = new ArrayList<>();
    List.of(
            script(open("file", FLAGS_FILE), read(4)),
            script(open("new", FLAGS_FILE), write("some text"), call(0, 15, 2), u32(0))
                .bytes(ServiceSeeds.returned()),
            script(open("sub", 0x1004), list()),
            script(open("file", FLAGS_FILE), call(0, 9, 5), u32(0))
                .bytes(ServiceSeeds.returned())
                .bytes(u32(8))
                .bytes(u32(92))
                .bytes(buffer(OUT, 92, new byte[0])),
            script(call(0, 11, 3), u32(0), path("file"), u32(1)),
            script(call(0, 14, 4), u32(0), path("file"), path("sub/moved"), u32(1)),
            script(call(0, 20, 0), call(0, 18, 3), u32(0), path("link"))
                .bytes(buffer(OUT, 512, new byte[0])),
            script(call(0, 20, 0), call(0, 19, 4), u32(0), path("new"), path("file"))
                .bytes(buffer(OUT, 92, new byte[0])),
            script(open("../outside/secret", FLAGS_FILE)),
            script(call(0, 13, 1), u32(0)))
        .forEach(script -> seeds.add(script(begin, script.build()).build()));
    return seeds;
  }

  /// Leaves the handle as the u64 that the last call returned.
  private static byte[] open(String name, int flags) {
    byte[] parameters = new Script().u64(0).u32(0).u32(flags).bytes(new byte[92]).build();
    return script(call(0, 3, 3), u32(0), path(name), buffer(BOTH, 108, parameters)).build();
  }

  private static byte[] read(int bytes) {
    return script(call(0, 5, 5), u32(0), ServiceSeeds.returned(), u64(0), u32(bytes))
        .bytes(buffer(OUT, bytes, new byte[0]))
        .build();
  }

  private static byte[] write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return script(call(0, 6, 5), u32(0), ServiceSeeds.returned(), u64(0), u32(bytes.length))
        .bytes(buffer(IN, bytes.length, bytes))
        .build();
  }

  private static byte[] list() {
    return script(call(0, 8, 8), u32(0), ServiceSeeds.returned(), u32(0), u32(1024), path(""))
        .bytes(buffer(OUT, 1024, new byte[0]))
        .bytes(u32(0))
        .bytes(u32(0))
        .build();
  }

  private static byte[] path(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] string = new Script().u16(bytes.length + 1).u16(bytes.length).bytes(bytes).u8(0).build();
    return buffer(IN, string.length, string);
  }
}
