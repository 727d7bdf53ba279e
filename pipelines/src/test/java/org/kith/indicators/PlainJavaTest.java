package org.kith.indicators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Mathematics on group statistics runs anywhere: it knows no cluster and no web server. */
class PlainJavaTest {
  private static final ArchRule KNOWS_NO_ENGINE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..", "org.apache.hadoop..", "scala..", "io.javalin..");

  private static JavaClasses shipped(String... packages) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(packages);
  }

  @Test
  void statistics_and_indicators_know_no_engine() {
    JavaClasses statistics = shipped("org.kith.statistics");
    JavaClasses indicators = shipped("org.kith.indicators");

    assertThat(statistics.size()).as("classes of statistics seen").isGreaterThan(12);
    assertThat(indicators.size()).as("classes of indicators seen").isGreaterThan(15);
    JavaClasses patterns = shipped("org.kith.patterns");
    assertThat(patterns.size()).as("classes of patterns seen").isGreaterThan(15);
    KNOWS_NO_ENGINE.check(patterns);
    KNOWS_NO_ENGINE.check(statistics);
    KNOWS_NO_ENGINE.check(indicators);
  }

  @Test
  void statistics_do_not_lean_on_indicators() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.kith.indicators..",
            "org.kith.groups..",
            "org.kith.patterns..",
            "org.kith.disclosure..")
        .check(shipped("org.kith.statistics"));
  }

  @Test
  void the_rule_would_catch_a_class_that_does() {
    JavaClasses spark = shipped("org.kith.groups");

    assertThat(spark.size()).isPositive();
    assertThatThrownBy(() -> KNOWS_NO_ENGINE.check(spark)).isInstanceOf(AssertionError.class);
  }
}
