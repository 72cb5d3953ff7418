import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Formats the Java sources of the project, or checks that they are formatted.
///
/// The build runs it with the JDK that compiles the code, since google-java-format parses with the
/// compiler of the JVM it runs on. `mvn verify` checks; `scripts/format` formats.
public final class Format {
  public static void main(String[] args) throws Exception {
    boolean check = args[0].equals("--check");
    List<Path> wrong = new ArrayList<>();
    for (Path source : sources(Path.of(args[1]))) {
      String before = Files.readString(source);
      String after = new Formatter().formatSourceAndFixImports(before);
      if (!before.equals(after)) {
        wrong.add(source);
        if (!check) {
          Files.writeString(source, after);
        }
      }
    }
    if (check && !wrong.isEmpty()) {
      wrong.forEach(source -> System.err.println("not formatted: " + source));
      System.err.println("Run scripts/format and commit what it changed.");
      System.exit(1);
    }
    if (!check) {
      System.out.println("formatted " + wrong.size() + " files");
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
