package org.hgbench.hgsmi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.hgbench.hgsmi",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule guestKnowsNoHost =
      noClasses()
          .that()
          .resideInAPackage("..guest..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..host..");

  @ArchTest
  static final ArchRule hostKnowsNoGuest =
      noClasses()
          .that()
          .resideInAPackage("..host..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..hgsmi.guest..");

  @ArchTest
  static final ArchRule wireKnowsNeitherSide =
      noClasses()
          .that()
          .resideInAPackage("..wire..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..hgsmi.guest..", "..hgsmi.host..");

  @ArchTest
  static final ArchRule standsOnTheMachineAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.hgbench.hgsmi..", "org.hgbench.machine..", "java..", "javax.imageio..");
}
