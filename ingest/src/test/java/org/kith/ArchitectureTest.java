package org.kith;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What this module may depend on, and how its packages may depend on one another. */
class ArchitectureTest {
  /** This module's classes and no tests: its folder of classes, wherever it is built. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.kith");

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  @Test
  void the_rules_below_have_seen_the_module() {
    assertThat(CLASSES.size()).isGreaterThan(60);
    for (String feature :
        new String[] {"instrument", "lake", "published", "suggest", "workspace", "yaml"}) {
      assertThat(CLASSES.stream().map(c -> c.getPackageName()))
          .as("classes of " + feature)
          .contains("org.kith." + feature);
    }
  }

  @Test
  void the_vocabulary_knows_neither_spark_nor_a_web_server() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.apache.spark..",
                "io.javalin..",
                "org.duckdb..",
                "tech.tablesaw..",
                "gg.jte.."));
  }

  @Test
  void features_depend_on_one_another_in_one_direction() {
    check(slices().matching("org.kith.(*)..").should().beFreeOfCycles());
  }

  @Test
  void what_instruments_and_files_mean_does_not_depend_on_how_exports_look() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.kith.yaml", "org.kith.instrument", "org.kith.published", "org.kith.workspace")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.kith.dialect",
                "org.kith.mapping",
                "org.kith.protect",
                "org.kith.ingest",
                "org.kith.suggest"));
  }

  @Test
  void nothing_is_a_drawer_for_everything() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..service.."));
  }
}
