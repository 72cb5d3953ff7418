package org.hgbench.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.hgbench.harness.plan.Plan;
import org.hgbench.harness.run.Journal;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.model.Environment;

/// Whether the rest of a run would be measured as its beginning was.
final class Resumption {
  private Resumption() {}

  /// What must not change while a run is measured, by name.
  static Map<String, String> conditions(Environment machine, String boundary) {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("the boundary", boundary);
    conditions.put("the revision of hgbench", Build.revision());
    conditions.put("the jar", digestOfJars());
    conditions.put("the processor", String.valueOf(machine.cpu()));
    conditions.put("the number of processors", Integer.toString(machine.cores()));
    conditions.put("the hypervisor", String.valueOf(machine.hypervisor()));
    conditions.put("the kernel", String.valueOf(machine.kernel()));
    conditions.put("the JDK", machine.jdk());
    return conditions;
  }

  /// Rejects a run of another plan or other conditions.
  ///
  /// @throws InvalidRunException with a sentence that names what differs
  static void requireSame(
      Path run, Journal.Header header, Plan plan, Map<String, String> conditions) {
    for (Map.Entry<String, String> now : conditions.entrySet()) {
      String then = header.conditions().get(now.getKey());
      if (!Objects.equals(then, now.getValue())) {
        throw new InvalidRunException(
            run,
            "cannot be resumed here: %s was '%s' and is '%s' now; start a new run"
                .formatted(now.getKey(), then, now.getValue()));
      }
    }
    if (!header.plan().equals(plan.fingerprint())) {
      throw new InvalidRunException(
          run,
          "cannot be resumed: its command '%s' plans other forks now than it did then (was the"
                  .formatted(String.join(" ", header.command()))
              + " profile changed?); start a new run");
    }
  }

  /// The content of the jars that this runs from; classes that lie in directories do not count.
  private static String digestOfJars() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
        if (Files.isRegularFile(Path.of(entry))) {
          digest.update(Files.readAllBytes(Path.of(entry)));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
