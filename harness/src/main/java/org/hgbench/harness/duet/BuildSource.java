package org.hgbench.harness.duet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Finds the builds that a user names: jars, or git revisions, which are built in a worktree of
/// their own that is removed again.
public final class BuildSource implements AutoCloseable {
  /// What turns a worktree into `harness/target/hgbench.jar`.
  public static final List<String> MAVEN =
      List.of("mvn", "-B", "-q", "-DskipTests", "-pl", "harness", "-am", "package");

  private static final Path JAR = Path.of("harness", "target", "hgbench.jar");
  private static final Duration SAYS_EVERY = Duration.ofSeconds(15);
  private static final Duration BUILDS_WITHIN = Duration.ofMinutes(30);
  private static final int LAST_LINES = 10;

  private final Path repository;
  private final Path scratch;
  private final List<String> build;
  private final DuetProgress progress;
  private final Map<String, Path> built = new HashMap<>();
  private Process running;
  private volatile Path tree;
  private volatile boolean closed;

  /// @param repository where revisions are looked up
  /// @param scratch an existing directory for worktrees and jars
  /// @param build the command that builds a worktree
  public BuildSource(Path repository, Path scratch, List<String> build, DuetProgress progress) {
    this.repository = repository;
    this.scratch = scratch;
    this.build = List.copyOf(build);
    this.progress = progress;
  }

  /// The build that a name stands for.
  ///
  /// @param side `base` or `new`
  /// @throws IllegalArgumentException if it is neither a file nor a revision
  /// @throws NotComparableException if it does not speak the protocol
  /// @throws DuetException if a revision cannot be built
  public AgentBuild find(String side, String name) {
    if (Files.isRegularFile(Path.of(name))) {
      return AgentBuild.of(side, Path.of(name));
    }
    String commit = commit(name);
    Path jar = built.get(commit);
    if (jar == null) {
      jar = build(side, name, commit);
      built.put(commit, jar);
    }
    return AgentBuild.of(side, jar).from(commit);
  }

  private String commit(String name) {
    Path log = scratch.resolve("rev-parse.log");
    int code =
        run(
            repository,
            log,
            List.of(
                "git", "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"));
    String commit = code == 0 ? lines(log).getLast().strip() : "";
    if (commit.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is neither a jar nor a git revision of %s"
              .formatted(name, repository.toAbsolutePath().normalize()));
    }
    return commit;
  }

  private Path build(String side, String name, String commit) {
    tree = scratch.resolve(side + "-tree");
    Path log = scratch.resolve(side + "-build.log");
    try {
      require(
          run(
              repository,
              log,
              List.of("git", "worktree", "add", "--detach", tree.toString(), commit)),
          "git could not check out %s (%s)".formatted(name, commit),
          log);
      progress.say("building %s: %s (%.12s)".formatted(side, name, commit));
      require(run(tree, log, build), "%s (%s) does not build".formatted(name, commit), log);
      if (!Files.isRegularFile(tree.resolve(JAR))) {
        throw new NotComparableException(
            "%s (%s) builds no %s, so it has no agent".formatted(name, commit, JAR));
      }
      return Files.copy(tree.resolve(JAR), scratch.resolve(side + ".jar"));
    } catch (IOException e) {
      throw new DuetException(scratch + " cannot be written: " + e.getMessage(), e);
    } finally {
      removeTree();
    }
  }

  /// Ends a build that is under way, which then fails, and removes its worktree. Nothing can be
  /// built any more.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (running != null) {
        end(running);
      }
    }
    removeTree();
  }

  private void removeTree() {
    if (tree != null && Files.exists(tree)) {
      List<String> command = List.of("git", "worktree", "remove", "--force", tree.toString());
      await(start(repository, scratch.resolve("remove.log"), command), command.getFirst());
    }
  }

  private static void require(int code, String sentence, Path log) {
    if (code != 0) {
      List<String> last = lines(log);
      throw new DuetException(
          "%s (exit code %d): %s"
              .formatted(
                  sentence,
                  code,
                  String.join(
                      System.lineSeparator(),
                      last.subList(Math.max(0, last.size() - LAST_LINES), last.size()))));
    }
  }

  private int run(Path directory, Path log, List<String> command) {
    String ended = "'%s' was ended".formatted(command.getFirst());
    Process process;
    synchronized (this) {
      if (closed) {
        throw new DuetException(ended);
      }
      process = start(directory, log, command);
      running = process;
    }
    int code = await(process, command.getFirst());
    if (closed) {
      throw new DuetException(ended);
    }
    return code;
  }

  private static Process start(Path directory, Path log, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new DuetException(
          "'%s' cannot be started: %s".formatted(command.getFirst(), e.getMessage()), e);
    }
  }

  private int await(Process process, String name) {
    long start = System.nanoTime();
    try {
      while (!process.waitFor(SAYS_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        Duration passed = Duration.ofNanos(System.nanoTime() - start);
        if (passed.compareTo(BUILDS_WITHIN) > 0) {
          throw new DuetException("'%s' did not end within %s".formatted(name, BUILDS_WITHIN));
        }
        progress.say("  %s works since %s".formatted(name, DuetProgress.clock(passed)));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DuetException("interrupted while '%s' worked".formatted(name), e);
    } finally {
      end(process);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static List<String> lines(Path log) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
