package org.hgbench.harness.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.hgbench.results.io.InvalidRunException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From what a user names to a build with an agent.
class BuildSourceTest {
  private static final String DUET =
      "protocol=hgbench.duet/1\nmain=org.example.Agent\nflags=-Xa -Xb\n";

  @TempDir Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Path scratch;
  private Path repository;

  @BeforeEach
  void makeARepository() throws Exception {
    scratch = Files.createDirectory(directory.resolve("scratch"));
    repository = Files.createDirectory(directory.resolve("repository"));
    jar(repository.resolve("built.jar"), Map.of(AgentBuild.DESCRIPTION, DUET));
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first");
  }

  @Test
  void readsAJar() throws IOException {
    Path jar =
        jar(
            directory.resolve("some.jar"),
            Map.of(
                AgentBuild.DESCRIPTION,
                DUET,
                "git.properties",
                "git.commit.id=abc\ngit.dirty=true"));

    AgentBuild build = source("false").find("base", jar.toString());

    assertThat(build)
        .isEqualTo(
            new AgentBuild(
                "base", "abc-dirty", jar.toString(), "org.example.Agent", List.of("-Xa", "-Xb")));
    assertThat(build.command(List.of("-Dx=y")))
        .containsSubsequence("-Xa", "-Xb", "-Dx=y", "-cp", jar.toString(), "org.example.Agent");
  }

  @Test
  void refusesAJarThatDoesNotSpeakTheProtocol() throws IOException {
    Path none = jar(directory.resolve("none.jar"), Map.of("a", "b"));
    Path newer =
        jar(
            directory.resolve("newer.jar"),
            Map.of(AgentBuild.DESCRIPTION, DUET.replace("duet/1", "duet/2")));

    assertThatThrownBy(() -> source("false").find("base", none.toString()))
        .isInstanceOf(NotComparableException.class)
        .hasMessage(
            none
                + " (base) speaks no turn protocol, not hgbench.duet/1: take a revision that speaks"
                + " it");
    assertThatThrownBy(() -> source("false").find("new", newer.toString()))
        .isInstanceOf(NotComparableException.class)
        .hasMessageContaining("speaks hgbench.duet/2, not hgbench.duet/1");
  }

  @Test
  void refusesAFileThatIsNoJar() throws IOException {
    Path file = Files.writeString(directory.resolve("text.jar"), "no zip");

    assertThatThrownBy(() -> source("false").find("base", file.toString()))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(file + ": is not a jar that can be read");
  }

  @Test
  void buildsARevisionOnceAndRemovesItsWorktree() throws Exception {
    BuildSource source =
        source(
            "mkdir -p harness/target && cp built.jar harness/target/hgbench.jar"
                + " && echo one >> '%s'".formatted(directory.resolve("builds")));

    AgentBuild base = source.find("base", "HEAD");
    AgentBuild next = source.find("new", "HEAD");

    assertThat(base.main()).isEqualTo("org.example.Agent");
    assertThat(next.classPath()).isEqualTo(base.classPath());
    assertThat(base.revision()).isEqualTo(git("rev-parse", "HEAD").strip());
    assertThat(directory.resolve("builds")).hasContent("one");
    assertThat(git("worktree", "list").lines()).hasSize(1);
    assertThat(scratch.resolve("base-tree")).doesNotExist();
    assertThat(printed.toString()).contains("building base: HEAD (");
  }

  @Test
  void namesARevisionThatDoesNotBuildAndRemovesItsWorktree() throws Exception {
    assertThatThrownBy(() -> source("echo the reason; exit 5").find("new", "HEAD"))
        .isInstanceOf(DuetException.class)
        .hasMessageMatching("HEAD \\([0-9a-f]{40}\\) does not build \\(exit code 5\\): the reason");
    assertThat(git("worktree", "list").lines()).hasSize(1);
  }

  /// As on Ctrl-C: another thread closes what the first still waits for.
  @Test
  @Timeout(60)
  void endsABuildThatIsUnderWayWhenItIsClosed() throws Exception {
    Path started = directory.resolve("started");
    assertThat(new ProcessBuilder("mkfifo", started.toString()).start().waitFor()).isZero();
    BuildSource source = source("echo started > '%s'; exec sleep 600".formatted(started));
    CompletableFuture<AgentBuild> build =
        CompletableFuture.supplyAsync(() -> source.find("new", "HEAD"));
    assertThat(Files.readString(started)).isEqualTo("started\n");

    source.close();

    assertThat(build)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("'sh' was ended");
    assertThat(git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void startsNothingOnceItIsClosed() {
    BuildSource source = source("false");
    source.close();

    assertThatThrownBy(() -> source.find("new", "HEAD"))
        .isInstanceOf(DuetException.class)
        .hasMessage("'git' was ended");
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void saysThatARevisionBeforeTheJarHasNoAgent() {
    assertThatThrownBy(() -> source("true").find("base", "HEAD"))
        .isInstanceOf(NotComparableException.class)
        .hasMessageContaining("builds no harness/target/hgbench.jar");
  }

  @Test
  void refusesANameThatIsNeitherFileNorRevision() {
    for (String name : List.of("no-such-thing", "--help", "")) {
      assertThatThrownBy(() -> source("false").find("base", name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("'%s' is neither a jar nor a git revision of %s", name, repository);
    }
  }

  private BuildSource source(String script) {
    return new BuildSource(
        repository,
        scratch,
        List.of("sh", "-c", script),
        new DuetProgress(new PrintStream(printed), false));
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static Path jar(Path file, Map<String, String> content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (var entry : content.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
      }
    }
    return file;
  }
}
