package org.kith;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.kith");

  @Test
  void the_rules_saw_the_classes_they_are_about() {
    assertThat(CLASSES.size()).isGreaterThan(120);
    for (String name :
        List.of(
            "groups",
            "authors",
            "patterns",
            "run",
            "snapshot",
            "indicators",
            "statistics",
            "lake")) {
      assertThat(CLASSES).as(name).anyMatch(c -> c.getPackageName().equals("org.kith." + name));
    }
    assertThat(CLASSES.get("org.kith.groups.GroupStatisticsJob").getDirectDependenciesFromSelf())
        .as("a rule that looks for Spark can find it")
        .anyMatch(d -> d.getTargetClass().getPackageName().startsWith("org.apache.spark"));
  }

  @Test
  void only_the_pass_over_people_and_the_command_know_spark() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.kith.groups", "org.kith.authors", "org.kith.run")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..")
        .because("mathematics on groups has to run, and be tested, without a cluster")
        .check(CLASSES);
  }

  @Test
  void nothing_knows_the_web() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
        .because("pipelines and the pages meet only in the published tables")
        .check(CLASSES);
  }

  @Test
  void statistics_know_neither_files_nor_indicators() {
    noClasses()
        .that()
        .resideInAPackage("org.kith.statistics")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.nio.file", "org.kith.indicators", "org.kith.groups", "org.kith.patterns")
        .because("a statistic is a function of numbers")
        .check(CLASSES);
  }
}
