package org.hgbench.machine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.hgbench.machine.memory.GuestMemory;

@AnalyzeClasses(
    packages = "org.hgbench.machine",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule onlyGuestMemoryKnowsTheMemoryLibrary =
      noClasses()
          .that()
          .doNotBelongToAnyOf(GuestMemory.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("net.openhft..", "sun.misc..");

  @ArchTest
  static final ArchRule guestMemoryUsesIt =
      classes()
          .that()
          .belongToAnyOf(GuestMemory.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.openhft..");

  @ArchTest
  static final ArchRule onlyTheOsPackageCallsTheOperatingSystem =
      noClasses()
          .that()
          .resideOutsideOfPackage("..machine.os..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.foreign\\.(Linker|SymbolLookup|FunctionDescriptor).*");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("org.hgbench.machine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesKnowOnlyWhatLiesBelow =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("machine")
          .definedBy("org.hgbench.machine")
          .layer("boundary")
          .definedBy("..machine.boundary..")
          .layer("device")
          .definedBy("..machine.device..")
          .layer("interrupt")
          .definedBy("..machine.interrupt..")
          .layer("port")
          .definedBy("..machine.port..")
          .layer("memory")
          .definedBy("..machine.memory..")
          .layer("settings")
          .definedBy("..machine.settings..")
          .layer("counter")
          .definedBy("..machine.counter..")
          .layer("placement")
          .definedBy("..machine.placement..")
          .whereLayer("placement")
          .mayOnlyBeAccessedByLayers("machine")
          .layer("os")
          .definedBy("..machine.os..")
          .layer("yardstick")
          .definedBy("..machine.yardstick..")
          .whereLayer("yardstick")
          .mayOnlyBeAccessedByLayers("machine")
          .whereLayer("machine")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("boundary")
          .mayOnlyBeAccessedByLayers("machine", "yardstick")
          .whereLayer("device")
          .mayOnlyBeAccessedByLayers("machine", "yardstick")
          .whereLayer("interrupt")
          .mayOnlyBeAccessedByLayers("machine", "yardstick", "boundary", "device")
          .whereLayer("port")
          .mayOnlyBeAccessedByLayers("machine", "yardstick", "boundary", "device", "interrupt")
          .whereLayer("memory")
          .mayOnlyBeAccessedByLayers("machine", "yardstick", "boundary", "device")
          .whereLayer("settings")
          .mayOnlyBeAccessedByLayers("machine", "yardstick", "boundary", "device")
          .whereLayer("counter")
          .mayOnlyBeAccessedByLayers("machine", "yardstick", "boundary", "device")
          .whereLayer("os")
          .mayOnlyBeAccessedByLayers("machine", "boundary", "memory", "placement");
}
