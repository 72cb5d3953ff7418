package org.hgbench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hgbench.machine.GuestReads;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The list of what the host reads of the guest's, `docs/guest-memory.md`, against the classes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class GuestReadsTest {
  private static final Set<String> READS =
      Set.of(
          "u8",
          "u16",
          "u32",
          "u32AsLong",
          "u64",
          "u32Acquire",
          "u32CompareAndSet",
          "u32Or",
          "u32And",
          "sum");

  private final JavaClasses all =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.hgbench.hgsmi", "org.hgbench.hgcm", "org.hgbench.harness.link.host");

  @Test
  void theHostReadsNothingThatIsNotListed() throws IOException {
    assertThat(found()).isEqualTo(listed());
  }

  /// Place, and what it reads there how often.
  private static Map<String, String> listed() throws IOException {
    return GuestReads.all().stream()
        .collect(
            Collectors.toMap(
                GuestReads::place,
                GuestReads::calls,
                (one, other) -> one + " and again " + other,
                TreeMap::new));
  }

  private Map<String, String> found() {
    Set<String> wire = readersOnTheWire();
    Map<String, Map<String, Long>> places = new TreeMap<>();
    for (JavaClass type : all) {
      if (isOfTheHost(type)) {
        for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
          if (isRead(call) || wire.contains(call.getTarget().getFullName())) {
            places
                .computeIfAbsent(name(call.getOrigin()), place -> new TreeMap<>())
                .merge(target(call), 1L, Long::sum);
          }
        }
      }
    }
    return places.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, place -> text(place.getValue()), (a, b) -> a, TreeMap::new));
  }

  /// Methods of the wire packages that read memory, themselves or through others of them.
  private Set<String> readersOnTheWire() {
    Set<String> readers = new HashSet<>();
    Predicate<JavaMethodCall> reads =
        call -> isRead(call) || readers.contains(call.getTarget().getFullName());
    boolean grows = true;
    while (grows) {
      grows = false;
      for (JavaClass type : all) {
        if (type.getPackageName().contains(".wire")) {
          for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
            grows |= reads.test(call) && readers.add(call.getOrigin().getFullName());
          }
        }
      }
    }
    return readers;
  }

  private static boolean isOfTheHost(JavaClass type) {
    return Stream.of(".hgsmi.host", ".hgcm.host", ".hgcm.service", ".link.host")
        .anyMatch(type.getPackageName()::contains);
  }

  private static boolean isRead(JavaMethodCall call) {
    boolean answers = !call.getTarget().getRawReturnType().isEquivalentTo(void.class);
    return call.getTargetOwner().isEquivalentTo(GuestMemory.class)
        && (READS.contains(call.getName()) && answers || call.getName().equals("copyTo"));
  }

  private static String name(JavaCodeUnit unit) {
    return unit.getOwner().getName().replace('$', '.').substring("org.hgbench.".length())
        + "."
        + unit.getName();
  }

  private static String target(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    return owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.') + "." + call.getName();
  }

  private static String text(Map<String, Long> reads) {
    return reads.entrySet().stream()
        .map(read -> read.getKey() + (read.getValue() > 1 ? " ×" + read.getValue() : ""))
        .collect(Collectors.joining(", "));
  }
}
