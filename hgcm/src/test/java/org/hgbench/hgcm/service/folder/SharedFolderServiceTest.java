package org.hgbench.hgcm.service.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.hgbench.hgcm.FolderClient;
import org.hgbench.hgcm.Hex;
import org.hgbench.hgcm.TestMachine;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.hgcm.wire.folder.CreateParameters;
import org.hgbench.hgcm.wire.folder.ObjectInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedFolderServiceTest {
  private static final int OPEN = CreateParameters.FAIL_IF_NEW | CreateParameters.READ;
  private static final int CREATE =
      CreateParameters.FAIL_IF_EXISTS | CreateParameters.READ | CreateParameters.WRITE;
  private static final int OPEN_DIRECTORY = OPEN | CreateParameters.WANT_DIRECTORY;
  private static final int FILE = 1;
  private static final int DIRECTORY = 2;
  private static final int REPLACE = 4;

  @TempDir Path directory;
  private Path root;
  private Path outside;
  private TestMachine machine;
  private HgcmGuest guest;
  private FolderClient folder;

  @BeforeEach
  void share() throws IOException {
    root = Files.createDirectory(directory.resolve("shared"));
    outside = Files.createDirectory(directory.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    String key = "Devices/vmm/0/Config/Services/VBoxSharedFolders/Folders/";
    machine =
        TestMachine.with(
            key + "share/Path = " + root,
            key + "share/Symlinks = true",
            key + "fixed/Path = " + root,
            key + "fixed/Writable = false");
    guest = machine.probedGuest();
    folder = new FolderClient(guest);
    folder.map("share");
    assertThat(folder.status()).isEqualTo(Status.SUCCESS);
  }

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void aFileIsCreatedWrittenReadAndRemoved() throws IOException {
    CreateParameters created = folder.create("/file", CREATE);
    assertThat(created.result()).isEqualTo(CreateParameters.CREATED);
    long handle = created.handle();
    int bytes = 200_000;
    long sum = guest.ram().fillWords(folder.data(), bytes, 0x0102_0304_0506_0708L);
    assertThat(folder.write(handle, 0, bytes, bytes)).isEqualTo(bytes);
    assertThat(Files.size(root.resolve("file"))).isEqualTo(bytes);
    guest.ram().clear(folder.data(), bytes);
    assertThat(folder.read(handle, 0, bytes + 1, bytes + 1)).isEqualTo(bytes);
    assertThat(guest.ram().sum(folder.data(), bytes)).isEqualTo(sum);
    assertThat(folder.read(handle, bytes, 10, 10)).isZero();
    assertThat(folder.information(handle, 8).size()).isEqualTo(bytes);
    assertThat(folder.setInformation(handle, 5, 10, 0).size()).isEqualTo(10);
    assertThat(folder.setInformation(handle, 9, 0, 1_000_000_000L).modified())
        .isEqualTo(1_000_000_000L);
    folder.close(handle);
    assertThat(folder.status()).isEqualTo(Status.SUCCESS);
    folder.close(handle);
    assertThat(folder.status()).isEqualTo(Status.INVALID_HANDLE);
    folder.remove("file", FILE);
    assertThat(folder.status()).isEqualTo(Status.SUCCESS);
    assertThat(root.resolve("file")).doesNotExist();
  }

  @Test
  void createSaysWhatItFound() throws IOException {
    Files.writeString(root.resolve("file"), "text");
    Files.createDirectory(root.resolve("sub"));
    assertThat(folder.create("nothing", OPEN).result()).isEqualTo(CreateParameters.FILE_NOT_FOUND);
    assertThat(folder.create("no/thing", OPEN).result()).isEqualTo(CreateParameters.PATH_NOT_FOUND);
    assertThat(folder.create("file/thing", OPEN).result())
        .isEqualTo(CreateParameters.PATH_NOT_FOUND);
    CreateParameters lookup = folder.create("file", CreateParameters.LOOKUP);
    assertThat(lookup.result()).isEqualTo(CreateParameters.EXISTS);
    assertThat(lookup.handle()).isEqualTo(CreateParameters.NIL);
    assertThat(lookup.info().size()).isEqualTo(4);
    assertThat(lookup.info().mode() & ObjectInfo.KIND_MASK).isEqualTo(ObjectInfo.FILE);
    assertThat(folder.create("sub", CreateParameters.LOOKUP).info().mode() & ObjectInfo.KIND_MASK)
        .isEqualTo(ObjectInfo.DIRECTORY);
    assertThat(folder.create("file", CREATE).handle()).isEqualTo(CreateParameters.NIL);
    assertThat(folder.create("sub", OPEN).handle()).isEqualTo(CreateParameters.NIL);
    CreateParameters replaced =
        folder.create("file", CreateParameters.OVERWRITE_IF_EXISTS | CreateParameters.WRITE);
    assertThat(replaced.result()).isEqualTo(CreateParameters.REPLACED);
    assertThat(Files.size(root.resolve("file"))).isZero();
  }

  @Test
  void directoriesAreMadeListedAndRemoved() throws IOException {
    CreateParameters sub = folder.create("sub", CREATE | CreateParameters.WANT_DIRECTORY);
    assertThat(sub.result()).isEqualTo(CreateParameters.CREATED);
    assertThat(root.resolve("sub")).isDirectory();
    try (var left = Files.list(root)) {
      assertThat(left).hasSize(1);
    }
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Files.createFile(root.resolve("sub/file-%02d".formatted(i)));
      expected.add("file-%02d".formatted(i));
    }
    long handle = folder.create("sub", OPEN_DIRECTORY).handle();
    List<String> names = new ArrayList<>(folder.list(handle, 1, 4096));
    assertThat(names).hasSize(1);
    while (folder.status() == Status.SUCCESS) {
      names.addAll(folder.list(handle, 0, 1000));
    }
    assertThat(folder.status()).isEqualTo(Status.NO_MORE_FILES);
    assertThat(names).isEqualTo(expected);
    assertThat(folder.list(handle, 2, 1 << 20)).isEqualTo(expected);
    folder.list(handle, 2, 100);
    assertThat(folder.status()).isEqualTo(Status.BUFFER_OVERFLOW);
    folder.remove("sub", DIRECTORY);
    assertThat(folder.status()).isEqualTo(Status.ACCESS_DENIED);
    for (String name : expected) {
      folder.remove("sub/" + name, FILE);
    }
    folder.remove("sub", DIRECTORY);
    assertThat(root.resolve("sub")).doesNotExist();
  }

  @Test
  void renamesAndReplacesOnlyIfTold() throws IOException {
    Files.writeString(root.resolve("a"), "a");
    Files.writeString(root.resolve("b"), "b");
    folder.rename("a", "b", FILE);
    assertThat(folder.status()).isEqualTo(Status.ALREADY_EXISTS);
    folder.rename("a", "b", FILE | REPLACE);
    assertThat(folder.status()).isEqualTo(Status.SUCCESS);
    assertThat(root.resolve("b")).hasContent("a");
    folder.rename("a", "c", FILE);
    assertThat(folder.status()).isEqualTo(Status.FILE_NOT_FOUND);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linksAreCreatedReadAndRemoved() throws IOException {
    Files.createDirectory(root.resolve("sub"));
    ObjectInfo info = folder.createLink("sub/link", "../some where");
    assertThat(folder.status()).isEqualTo(Status.SUCCESS);
    assertThat(info.mode() & ObjectInfo.KIND_MASK).isEqualTo(ObjectInfo.SYMLINK);
    assertThat(Files.readSymbolicLink(root.resolve("sub/link"))).hasToString("../some where");
    assertThat(folder.readLink("sub/link", 14)).isEqualTo("../some where");
    folder.readLink("sub/link", 13);
    assertThat(folder.status()).isEqualTo(Status.BUFFER_OVERFLOW);
    folder.createLink("sub/link", "other");
    assertThat(folder.status()).isEqualTo(Status.ALREADY_EXISTS);
    folder.readLink("sub", 100);
    assertThat(folder.status()).isEqualTo(Status.INVALID_PARAMETER);
    folder.readLink("sub/nothing", 100);
    assertThat(folder.status()).isEqualTo(Status.FILE_NOT_FOUND);
    folder.createLink("nowhere/link", "other");
    assertThat(folder.status()).isEqualTo(Status.FILE_NOT_FOUND);
    folder.createLink("../link", "other");
    assertThat(folder.status()).isEqualTo(Status.INVALID_PARAMETER);
    folder.createLink("x".repeat(300), "other");
    assertThat(folder.status()).isEqualTo(Status.ACCESS_DENIED);
    folder.remove("sub/link", 4);
    assertThat(Files.isSymbolicLink(root.resolve("sub/link"))).isFalse();
  }

  @Test
  void anAppendedWriteGoesToTheEnd() throws IOException {
    Files.writeString(root.resolve("file"), "text");
    int append = CreateParameters.WRITE | CreateParameters.READ | CreateParameters.APPEND;
    long handle = folder.create("file", append).handle();
    guest.ram().copyFrom(folder.data(), new byte[] {'A', 'B'}, 0, 2);
    assertThat(folder.write(handle, 0, 2, 2)).isEqualTo(2);
    assertThat(folder.write(handle, 1, 2, 2)).isEqualTo(2);
    assertThat(root.resolve("file")).hasContent("textABAB");
  }

  @Test
  void sizeAndPermissionsAreSetThroughTheHandle() throws IOException {
    long handle = folder.create("file", CREATE).handle();
    assertThat(folder.setInformation(handle, 5, 5_000_000, 0).size()).isEqualTo(5_000_000);
    assertThat(Files.size(root.resolve("file"))).isEqualTo(5_000_000);
    assertThat(folder.setInformation(handle, 5, 0, 0).size()).isZero();
    assertThat(folder.setInformation(handle, 9, 0, 0, 0x8000 | 0751).mode())
        .isEqualTo(0x8000 | 0751);
    assertThat(Files.getPosixFilePermissions(root.resolve("file")))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-x--x"));
    folder.setInformation(handle, 9, 0, 0, 0x8000);
    assertThat(Files.getPosixFilePermissions(root.resolve("file")))
        .isEqualTo(PosixFilePermissions.fromString("r--------"));
  }

  @Test
  void theVolumeHasASize() {
    long handle = folder.create("/", OPEN_DIRECTORY).handle();
    assertThat(folder.volume(handle).total()).isPositive();
    assertThat(folder.volume(handle).available()).isBetween(0L, folder.volume(handle).total());
  }

  @Test
  void aFolderThatIsNotWritableStaysAsItIs() throws IOException {
    Files.writeString(root.resolve("file"), "text");
    FolderClient fixed = new FolderClient(guest);
    fixed.map("fixed");
    fixed.create("new", CREATE);
    assertThat(fixed.status()).isEqualTo(Status.ACCESS_DENIED);
    fixed.remove("file", FILE);
    assertThat(fixed.status()).isEqualTo(Status.ACCESS_DENIED);
    fixed.rename("file", "other", FILE);
    assertThat(fixed.status()).isEqualTo(Status.ACCESS_DENIED);
    fixed.createLink("link", "file");
    assertThat(fixed.status()).isEqualTo(Status.ACCESS_DENIED);
    long handle = fixed.create("file", OPEN).handle();
    fixed.write(handle, 0, 1, 1);
    assertThat(fixed.status()).isEqualTo(Status.ACCESS_DENIED);
    assertThat(fixed.read(handle, 0, 4, 4)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside/secret",
        "sub/../../outside/secret",
        "..",
        "/..",
        "./..",
        "sub/..",
        "a/../b"
      })
  void g36APathThatGoesUpIsRefused(String path) throws IOException {
    Files.createDirectory(root.resolve("sub"));
    folder.create(path, OPEN);
    assertThat(folder.status()).isEqualTo(Status.INVALID_PARAMETER);
    folder.remove(path, FILE);
    assertThat(folder.status()).isEqualTo(Status.INVALID_PARAMETER);
    folder.rename(path, "x", FILE);
    assertThat(folder.status()).isEqualTo(Status.INVALID_PARAMETER);
    assertThat(outside.resolve("secret")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "longer than allocated, 04 00 05 00 61 62 63 64 00",
    "no room for the terminator, 04 00 04 00 61 62 63 64 00",
    "more allocated than sent, ff 00 03 00 61 62 63 00",
    "no terminator, 04 00 03 00 61 62 63 64",
    "a zero inside, 04 00 03 00 61 00 63 00",
    "not UTF-8, 04 00 03 00 61 ff 63 00",
    "too short for a head, 04 00 03"
  })
  void g36AMalformedStringIsRefused(String what, String bytes) {
    assertThat(folder.lookupRaw(Hex.bytes(bytes))).as(what).isEqualTo(Status.INVALID_PARAMETER);
  }

  @Test
  void g36ALinkIsShownAndNotFollowed() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), outside.resolve("secret"));
    Files.createSymbolicLink(root.resolve("way"), outside);
    assertThat(folder.create("link", CreateParameters.LOOKUP).info().mode() & ObjectInfo.KIND_MASK)
        .isEqualTo(ObjectInfo.SYMLINK);
    assertThat(folder.create("link", OPEN).handle()).isEqualTo(CreateParameters.NIL);
    assertThat(folder.create("way/secret", OPEN).handle()).isEqualTo(CreateParameters.NIL);
    assertThat(folder.create("way/new", CREATE).handle()).isEqualTo(CreateParameters.NIL);
    assertThat(folder.create("way", OPEN_DIRECTORY).handle()).isEqualTo(CreateParameters.NIL);
    folder.create("way/sub", CREATE | CreateParameters.WANT_DIRECTORY);
    folder.remove("way/secret", FILE);
    assertThat(folder.status()).isEqualTo(Status.PATH_NOT_FOUND);
    folder.rename("way/secret", "stolen", FILE);
    assertThat(folder.status()).isEqualTo(Status.PATH_NOT_FOUND);
    folder.createLink("way/link", "secret");
    assertThat(folder.status()).isEqualTo(Status.PATH_NOT_FOUND);
    Files.createSymbolicLink(directory.resolve("outside-link"), Path.of("secret"));
    Files.createSymbolicLink(root.resolve("up"), directory);
    folder.readLink("up/outside-link", 100);
    assertThat(folder.status()).isEqualTo(Status.PATH_NOT_FOUND);
    try (var left = Files.list(outside)) {
      assertThat(left).containsExactly(outside.resolve("secret"));
    }
    assertThat(outside.resolve("secret")).hasContent("secret");
  }

  @Test
  void g36ALinkSwappedDuringOpenLeadsNowhere() throws Exception {
    Files.createDirectory(root.resolve("real"));
    Files.writeString(root.resolve("real/secret"), "public");
    Files.createSymbolicLink(root.resolve("real/hidden"), Path.of("public"));
    Files.createSymbolicLink(outside.resolve("hidden"), Path.of("secret"));
    Path link = root.resolve("link");
    Path way = root.resolve("way");
    Thread swapper =
        Thread.ofPlatform()
            .start(() -> {
              while (!Thread.interrupted()) {
                swap(way, link);
              }
            });
    int opened = 0;
    // The honest directory is there for short moments only: on until it was met, within a bound.
    long deadline = System.nanoTime() + 20_000_000_000L;
    for (int i = 0; i < 1500 || (opened == 0 && System.nanoTime() < deadline); i++) {
      CreateParameters file = folder.create("way/secret", OPEN);
      if (file.handle() != CreateParameters.NIL && folder.status() == Status.SUCCESS) {
        opened++;
        long handle = file.handle();
        assertThat(folder.read(handle, 0, 6, 6)).isEqualTo(6);
        byte[] text = new byte[6];
        guest.ram().copyTo(folder.data(), text, 0, 6);
        assertThat(new String(text, StandardCharsets.US_ASCII)).isEqualTo("public");
        folder.close(handle);
      }
      String target = folder.readLink("way/hidden", 100);
      assertThat(target).isIn("", "public");
      folder.createLink("way/planted", "x");
    }
    swapper.interrupt();
    swapper.join();
    assertThat(opened).isPositive();
    assertThat(Files.exists(outside.resolve("planted"), LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  /// Lets `way` be the real directory and a link to the outside in turn.
  private void swap(Path way, Path link) {
    try {
      Files.move(root.resolve("real"), way, StandardCopyOption.ATOMIC_MOVE);
      Files.move(way, root.resolve("real"), StandardCopyOption.ATOMIC_MOVE);
      Files.createSymbolicLink(link, outside);
      Files.move(link, way, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(way);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void g37OutlandishSizesAndOffsetsAreRefused() {
    long handle = folder.create("file", CREATE).handle();
    folder.read(handle, 0, 11, 10);
    assertThat(folder.status()).isEqualTo(Status.INVALID_HANDLE);
    folder.write(handle, 0, -1, 10);
    assertThat(folder.status()).isEqualTo(Status.INVALID_HANDLE);
    folder.read(handle, Long.MAX_VALUE, 10, 10);
    assertThat(folder.status()).isEqualTo(Status.INVALID_PARAMETER);
    folder.write(handle, -1, 10, 10);
    assertThat(folder.status()).isEqualTo(Status.INVALID_PARAMETER);
    folder.write(handle, Long.MAX_VALUE - 10, 10, 10);
    assertThat(folder.status()).isNegative();
    assertThat(folder.read(handle, Long.MAX_VALUE - 10, 10, 10)).isZero();
    folder.setInformation(handle, 5, -1, 0);
    assertThat(folder.status()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @Test
  void wrongParametersAreToldApart() {
    assertThat(folder.call(5)).isEqualTo(Status.WRONG_PARAMETER_COUNT);
    assertThat(folder.call(99)).isEqualTo(Status.NOT_IMPLEMENTED);
    assertThat(folder.call(20)).isEqualTo(Status.SUCCESS);
  }
}
