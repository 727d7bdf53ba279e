package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kith.lake.RecordFile;
import org.kith.published.HealthRow;
import org.kith.published.Table;
import org.kith.workspace.Asked;
import org.kith.workspace.WorkspaceTables;

/** What is known of the sample's measures before what people said, exact. */
@ExtendWith(PublishedSample.Once.class)
class HealthTest {
  private static List<HealthRow> exact(PublishedSample sample) throws IOException {
    return RecordFile.read(
        sample
            .workspace()
            .protectedZone()
            .resolve("indicators")
            .resolve(Table.HEALTH.name() + ".parquet"),
        HealthRow.class);
  }

  @Test
  void about_a_fifth_of_those_who_were_asked_answered(PublishedSample sample) throws IOException {
    List<Asked> asked =
        WorkspaceTables.asked(
            sample.workspace().asked(),
            WorkspaceTables.organisations(sample.workspace().organisations()));
    List<HealthRow> rows = exact(sample);
    assertThat(rows).as("seven questions and a scale, thirteen waves").hasSize(8 * 13);
    for (HealthRow row : rows) {
      // In the sample everybody is given one form with all questions.
      assertThat(row.asked())
          .as("%s in %s", row.measure(), row.wave())
          .isEqualTo(
              asked.stream()
                  .filter(line -> line.wave().equals(row.wave()))
                  .mapToInt(line -> Math.toIntExact(line.people()))
                  .sum());
      assertThat(row.response()).isBetween(21.0, 25.0);
    }
  }

  @Test
  void what_is_missing_is_what_was_left_out(PublishedSample sample) throws IOException {
    int checked = 0;
    for (HealthRow row : exact(sample)) {
      Truth.AtWave made =
          sample.measure(row.measure()).waves().stream()
              .filter(at -> at.wave().equals(row.wave()))
              .findFirst()
              .orElseThrow();
      int answered = made.answered().values().stream().mapToInt(Integer::intValue).sum();
      assertThat(row.people()).isEqualTo(answered);
      // Truth counts every form of a question by kind; a scale's scores it does not. Where a whole
      // instrument was not asked, as pulling together was not at first, there is no form of it.
      if (!made.kinds().isEmpty() && !row.measure().equals(Question.PULL_TOGETHER.item())) {
        int forms = made.kinds().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(row.missing())
            .as("%s in %s", row.measure(), row.wave())
            .isCloseTo(100.0 * (forms - answered) / forms, within(1e-9));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(6 * 13);
  }
}
