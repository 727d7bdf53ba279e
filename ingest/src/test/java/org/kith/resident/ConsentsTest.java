package org.kith.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.lake.ResponseFile;
import org.kith.lake.Responses;
import org.kith.lake.StoredResponses.Whose;
import org.kith.resident.Consents.Audience;
import org.kith.resident.Consents.Consent;
import org.kith.workspace.Workspace;

class ConsentsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 31);

  @TempDir Path folder;

  private static Whose row(String person, String code) {
    return new Whose(person, true, code);
  }

  @Test
  void a_consent_holds_through_its_last_day_and_not_after() {
    Consent until = new Consent("c1", "research", true, "2026-05-31");
    assertThat(until.allows(DAY.minusDays(100))).isTrue();
    assertThat(until.allows(DAY)).isTrue();
    assertThat(until.allows(DAY.plusDays(1))).isFalse();
    assertThat(new Consent("c1", "research", false, null).allows(DAY)).isFalse();
    assertThat(new Consent("c1", "research", true, null).allows(DAY.plusYears(90))).isTrue();
  }

  @Test
  void a_row_may_leave_only_for_those_its_owner_allows() {
    Consents consents =
        Consents.of(
            List.of(
                new Consent("no", "research", false, null),
                new Consent("over", "research", true, "2026-05-30"),
                new Consent("still", "research", true, "2026-05-31"),
                new Consent("uncounted", "tables", false, null)),
            DAY);
    assertThat(consents.mayLeave(row("p", "no"), Audience.RESEARCH)).isFalse();
    assertThat(consents.mayLeave(row("p", "over"), Audience.RESEARCH)).isFalse();
    assertThat(consents.mayLeave(row("p", "still"), Audience.RESEARCH)).isTrue();
    assertThat(consents.mayLeave(row("p", "uncounted"), Audience.RESEARCH)).isTrue();
    assertThat(consents.mayLeave(row("p", "uncounted"), Audience.TABLES)).isFalse();
    assertThat(consents.mayLeave(row("p", "no"), Audience.TABLES)).isTrue();
    assertThat(consents.mayLeave(row("p", "never said"), Audience.RESEARCH)).isTrue();
    assertThat(consents.mayLeave(row("p", null), Audience.RESEARCH)).isTrue();
  }

  @Test
  void whoever_refuses_is_held_out_with_their_rows_of_every_wave() throws IOException {
    Path first = folder.resolve("first.parquet");
    Path second = folder.resolve("second.parquet");
    write(first, "2025q4", List.of(row("ann", null), row("bob", "b")));
    write(second, "2026q1", List.of(row("ann", "a"), row("cat", "c"), row("bob", null)));
    Consents consents =
        Consents.of(
            List.of(
                new Consent("a", "tables", false, null), new Consent("c", "tables", true, null)),
            DAY);
    assertThat(consents.heldOut(List.of(first, second), Audience.TABLES)).isEqualTo(Set.of("ann"));
    assertThat(consents.heldOut(List.of(first, second), Audience.RESEARCH)).isEmpty();
    // No file is even opened when nobody refuses.
    assertThat(
            Consents.of(List.of(), DAY).heldOut(List.of(folder.resolve("none")), Audience.TABLES))
        .isEmpty();
  }

  @Test
  void the_file_says_what_was_said_and_the_day_it_is_read_decides() throws IOException {
    Workspace workspace = new Workspace(folder);
    assertThat(Consents.read(workspace, DAY).mayLeave(row("p", "c"), Audience.TABLES)).isTrue();
    Consents.of(List.of(new Consent("c", "tables", true, "2026-05-31")), LocalDate.EPOCH)
        .write(workspace);
    assertThat(Consents.read(workspace, DAY).mayLeave(row("p", "c"), Audience.TABLES)).isTrue();
    assertThat(Consents.read(workspace, DAY.plusDays(1)).mayLeave(row("p", "c"), Audience.TABLES))
        .isFalse();
  }

  private static void write(Path file, String wave, List<Whose> rows) throws IOException {
    try (ResponseFile out =
        ResponseFile.create(
            file, wave, "test", new ResponseFile.Columns(List.of(), List.of("q")))) {
      for (Whose row : rows) {
        out.write(
            row.person(), "org", List.of(), new int[] {1}, true, row.rowCode(), Responses.ONE);
      }
    }
  }
}
