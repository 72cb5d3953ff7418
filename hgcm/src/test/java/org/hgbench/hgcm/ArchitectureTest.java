package org.hgbench.hgcm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hgbench.hgcm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String HGCM = "org.hgbench.hgcm.";

  @ArchTest
  static final ArchRule theGuestKnowsNeitherHostNorServices =
      noClasses()
          .that()
          .resideInAPackage(HGCM + "guest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HGCM + "host..", HGCM + "service..");

  @ArchTest
  static final ArchRule theHostDoesNotKnowTheGuest =
      noClasses()
          .that()
          .resideInAnyPackage(HGCM + "host..", HGCM + "service..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HGCM + "guest..");

  @ArchTest
  static final ArchRule servicesDoNotKnowTheHost =
      noClasses()
          .that()
          .resideInAPackage(HGCM + "service..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HGCM + "host..");

  @ArchTest
  static final ArchRule theWireKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage(HGCM + "wire..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HGCM + "guest..", HGCM + "host..", HGCM + "service..");

  @ArchTest
  static final ArchRule onlyTheProviderChoosesTheConnector =
      noClasses()
          .that()
          .resideInAPackage(HGCM + "host")
          .and()
          .doNotHaveSimpleName("VmmDeviceProvider")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HGCM + "host.connector");

  @ArchTest
  static final ArchRule theTransportKnowsNoBenchmarkNorTheMemoryLibrary =
      noClasses()
          .that()
          .resideInAPackage("org.hgbench.hgcm..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("net.openhft..", "org.openjdk.jmh..", "org.HdrHistogram..");
}
