import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Formats the Java sources of the project, or checks that they are formatted.
///
/// The build runs it with the JDK that compiles the code, since google-java-format parses with the
/// compiler of the JVM it runs on. `mvn verify` checks; `scripts/format` formats.
public final class Format {
  public static void main(String[] args) throws Exception {
    boolean check = args[0].equals("--check");
    List<Path> wrong =
        sources(Path.of(args[1])).parallelStream()
            .filter(source -> isWrong(source, check))
            .toList();
    if (check && !wrong.isEmpty()) {
      wrong.forEach(source -> System.err.println("not formatted: " + source));
      System.err.println("Run scripts/format and commit what it changed.");
      System.exit(1);
    }
    if (!check) {
      System.out.println("formatted " + wrong.size() + " files");
    }
  }

  /// Tells whether a file is not formatted, and formats it unless this is a check.
  private static boolean isWrong(Path source, boolean check) {
    try {
      String before = Files.readString(source);
      String after = new Formatter().formatSourceAndFixImports(before);
      if (!check && !before.equals(after)) {
        Files.writeString(source, after);
      }
      return !before.equals(after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|runs)/.*"))
          .sorted()
          .toList();
    }
  }
}
