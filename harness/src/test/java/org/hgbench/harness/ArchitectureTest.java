package org.hgbench.harness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The arrows between the modules, over all of them at once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {
  private final JavaClasses all =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.hgbench");

  @Test
  void transportsKnowNothingOfBenchmarksHistogramsAndCharts() {
    noClasses()
        .that()
        .resideInAnyPackage("org.hgbench.machine..", "org.hgbench.hgsmi..", "org.hgbench.hgcm..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.openjdk.jmh..",
            "org.HdrHistogram..",
            "org.jfree..",
            "org.hgbench.harness..",
            "org.hgbench.results..")
        .check(all);
  }

  @Test
  void transportsDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("org.hgbench.hgsmi..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.hgbench.hgcm..")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage("org.hgbench.hgcm..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.hgbench.hgsmi..")
        .check(all);
  }

  @Test
  void resultsKnowNoTransport() {
    noClasses()
        .that()
        .resideInAPackage("org.hgbench.results..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.hgbench.machine..",
            "org.hgbench.hgsmi..",
            "org.hgbench.hgcm..",
            "org.hgbench.harness..")
        .check(all);
  }

  @Test
  void onlyTheChartPackageKnowsTheChartLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hgbench.results.chart..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jfree..")
        .check(all);
  }

  @Test
  void guestMemoryAloneKnowsTheMemoryLibrary() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.hgbench.machine.memory.GuestMemory")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.openhft..")
        .check(all);
  }

  @Test
  void nothingUsesTheNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(Inet.*|Socket|.*(Server|Datagram|Multicast)Socket|.*URLConnection"
                + "|NetworkInterface|http\\..*)"
                + "|java\\.nio\\.channels\\.(Datagram|Asynchronous.*Socket).*")
        .orShould()
        .callMethod(java.net.URL.class, "openStream")
        .check(all);
  }

  @Test
  void guestAndHostMeetOnlyOnTheWire() {
    for (String transport : new String[] {"hgsmi", "hgcm"}) {
      String base = "org.hgbench." + transport;
      noClasses()
          .that()
          .resideInAPackage(base + ".guest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(base + ".host..", base + ".service..")
          .check(all);
      noClasses()
          .that()
          .resideInAnyPackage(base + ".host..", base + ".service..", base + ".wire..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(base + ".guest..")
          .check(all);
    }
  }
}
