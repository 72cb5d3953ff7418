package org.hgbench.results.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A headless Chromium of this machine, if there is one.
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final long PATIENCE_SECONDS = 90;

  private final Path executable;
  private final Path profiles;

  private Chromium(Path executable, Path profiles) {
    this.executable = executable;
    this.profiles = profiles;
  }

  /// The browser on the search path; empty where there is none.
  static Optional<Chromium> find(Path profiles) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(java.io.File.pathSeparator))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(executable -> new Chromium(executable, profiles));
  }

  /// Whether it starts at all here.
  boolean starts() throws IOException, InterruptedException {
    return dom("about:blank").contains("<body>");
  }

  /// The page at `address` as it is once it has settled. Its clock runs ahead meanwhile.
  String dom(String address, String... options) throws IOException, InterruptedException {
    return loaded(
        address,
        Stream.concat(Stream.of("--virtual-time-budget=4000"), Stream.of(options))
            .toArray(String[]::new));
  }

  /// The page at `address` as it is when all that it does on loading is done, by the ordinary
  /// clock.
  String loaded(String address, String... options) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory(profiles, "profile");
    Path output = Files.createTempFile(profiles, "dom", ".html");
    List<String> command =
        new ArrayList<>(
            List.of(
                executable.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--allow-file-access-from-files",
                "--user-data-dir=" + profile));
    Stream.concat(Stream.of(options), Stream.of("--dump-dom", address)).forEach(command::add);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return "";
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
