package org.kith.serve;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.kith.lake.RecordFile;
import org.kith.lake.Snapshot;
import org.kith.learning.Evidence;

/** Who may know whom in this module. */
class RoomsTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.kith.api", "org.kith.serve", "org.kith.learning");

  @Test
  void classes_were_seen() {
    assertThat(OURS.size()).isGreaterThan(50);
  }

  @Test
  void nothing_here_knows_spark() {
    noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.spark..").check(OURS);
  }

  @Test
  void the_read_model_knows_neither_the_web_nor_those_who_ask_it() {
    noClasses()
        .that()
        .resideInAPackage("org.kith.learning..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.javalin..", "org.kith.api..", "org.kith.pages..", "org.kith.serve..")
        .check(OURS);
  }

  @Test
  void the_api_does_not_know_the_pages() {
    noClasses()
        .that()
        .resideInAPackage("org.kith.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.kith.pages..", "org.kith.charts..", "org.kith.serve..")
        .check(OURS);
  }

  @Test
  void only_one_class_of_the_api_translates_requests() {
    noClasses()
        .that()
        .resideInAPackage("org.kith.api..")
        .and()
        .doNotHaveFullyQualifiedName("org.kith.api.Api")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.javalin..")
        .check(OURS);
  }

  @Test
  void rows_come_through_the_view_of_a_viewer_only() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.kith.learning..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Snapshot.class, RecordFile.class, Evidence.class)
        .check(OURS);
  }
}
