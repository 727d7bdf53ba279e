package org.kith.disclosure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.lake.RecordFile;
import org.kith.published.Table;
import org.kith.snapshot.SnapshotWriter;

/** The only door out of the protected zone has no way round it. */
class PublishedTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.kith");

  @TempDir Path folder;

  @Test
  void code_elsewhere_that_makes_published_rows_itself_does_not_compile() throws Exception {
    assertThat(compile("new Published<>(Table.LEVELS, List.of())"))
        .singleElement()
        .asString()
        .contains("Published")
        .contains("not public")
        .contains("cannot be accessed from outside package");
  }

  @Test
  void the_same_code_compiles_by_the_door() throws Exception {
    assertThat(compile("Disclosure.reference(Table.PLACES, List.of())")).isEmpty();
  }

  @Test
  void tables_about_people_are_no_reference_tables() {
    assertThatThrownBy(() -> Disclosure.reference(Table.LEVELS, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Table levels is about people; it can only be published by Disclosure.release.");
  }

  @Test
  void only_disclosure_makes_published_rows() {
    assertThat(CLASSES.get(Disclosure.class).getConstructorCallsFromSelf())
        .as("the rule can see such a call")
        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Published.class));
    noClasses()
        .that()
        .resideOutsideOfPackage("org.kith.disclosure")
        .should()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "it makes published rows",
                call -> call.getTargetOwner().isEquivalentTo(Published.class)))
        .check(CLASSES);
  }

  @Test
  void a_snapshot_takes_published_rows_alone() {
    List<Method> open =
        Arrays.stream(SnapshotWriter.class.getDeclaredMethods())
            .filter(m -> !Modifier.isPrivate(m.getModifiers()) && !m.isSynthetic())
            .toList();
    assertThat(open)
        .singleElement()
        .satisfies(
            m ->
                assertThat(m.getGenericParameterTypes()[1].getTypeName())
                    .isEqualTo("java.util.List<org.kith.disclosure.Published<?>>"));
  }

  @Test
  void nothing_else_writes_rows_but_to_the_protected_zone() {
    assertThat(
            CLASSES.get(RecordFile.class).getMethodCallsToSelf().stream()
                .filter(call -> call.getName().equals("write"))
                .map(call -> call.getOriginOwner().getName())
                .filter(name -> !name.equals(RecordFile.class.getName()))
                .distinct())
        .containsExactlyInAnyOrder(
            "org.kith.snapshot.SnapshotWriter",
            // These write into lake/protected.
            "org.kith.resident.Withdrawn",
            "org.kith.run.ExactIndicators",
            "org.kith.groups.GroupStatisticsFile");
  }

  /** What the compiler says against an expression in another package. */
  private List<Diagnostic<? extends JavaFileObject>> compile(String expression)
      throws IOException, URISyntaxException {
    String source =
        """
        package elsewhere;
        import java.util.List;
        import org.kith.disclosure.*;
        import org.kith.published.Table;
        class Bypass {
          Object rows = %s;
        }
        """
            .formatted(expression);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(said, Locale.ROOT, UTF_8)) {
      files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
      files.setLocation(
          StandardLocation.CLASS_PATH, List.of(home(Published.class), home(Table.class)));
      JavaFileObject file =
          new SimpleJavaFileObject(
              URI.create("string:///elsewhere/Bypass.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
              return source;
            }
          };
      compiler.getTask(null, files, said, List.of("-proc:none"), null, List.of(file)).call();
    }
    return said.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  private static File home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile();
  }
}
