package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kith.lake.ProtectedLake;
import org.kith.lake.Responses;
import org.kith.published.ControlPointRow;
import org.kith.published.RespondentsRow;
import org.kith.published.Scope;
import org.kith.published.Signal;
import org.kith.published.Table;
import org.kith.published.Visibility;

/** What was hidden in the sample can be found in what was published. */
@ExtendWith(PublishedSample.Once.class)
class StoriesTest {
  @Test
  void the_event_stands_out_and_the_quarters_before_it_do_not(PublishedSample sample) {
    for (Map.Entry<Scope, String> unit :
        Map.of(Scope.PLACE, "larkmoor", Scope.ORGANISATION, "millbrook").entrySet()) {
      List<ControlPointRow> points = points(sample, "STrust", unit.getKey(), unit.getValue());
      assertThat(points).as(unit.getValue()).hasSize(13);
      assertThat(points.get(12).wave()).isEqualTo("2025q4");
      assertThat(points.get(12).signal()).as(unit.getValue()).isEqualTo(Signal.OUTSIDE_LIMITS);
      assertThat(points.subList(0, 12))
          .as(unit.getValue())
          .allMatch(p -> p.signal() == Signal.NONE);
    }
    assertThat(points(sample, "STrust", Scope.PLACE, "tannery-quay"))
        .isNotEmpty()
        .allMatch(p -> p.signal() == Signal.NONE);
  }

  @Test
  void the_slow_change_shows(PublishedSample sample) {
    List<ControlPointRow> points = points(sample, "SBeNeigh", Scope.PLACE, "tannery-quay");
    assertThat(points).hasSize(13);
    assertThat(points).filteredOn(p -> p.signal() != Signal.NONE).isNotEmpty();
    double first = points.subList(0, 4).stream().mapToDouble(ControlPointRow::value).sum() / 4;
    double last = points.subList(9, 13).stream().mapToDouble(ControlPointRow::value).sum() / 4;
    // Nine waves apart, 1.3 points each. About 1,500 people on either side, so a standard error of
    // about 1.8 points for the difference; four of them.
    assertThat(last - first).isCloseTo(9 * 1.3, within(4 * 1.8));
  }

  @Test
  void who_answered_is_told_as_it_was(PublishedSample sample) {
    int shown = 0;
    for (Truth.Respondents truth : sample.truth().respondents()) {
      for (RespondentsRow row : sample.rows(Table.RESPONDENTS)) {
        boolean same =
            row.scope() == Scope.ALL
                && row.wave().equals(truth.wave())
                && truth.people().containsKey(row.group())
                // Asked of some only, in the first waves.
                && !row.instrument().equals(Question.PULL_TOGETHER.instrument());
        if (same && row.visibility() == Visibility.SHOWN) {
          assertThat(row.people())
              .as("%s in %s, %s", row.group(), row.wave(), row.instrument())
              .isEqualTo(PublishedSample.toNearestFive(truth.people().get(row.group())));
          shown++;
        }
      }
    }
    // Nine groups, thirteen waves, five instruments.
    assertThat(shown).isGreaterThan(500);
  }

  @Test
  void young_people_are_thin_in_the_picture(PublishedSample sample) {
    // All residents of the three places: 0.24 × 18,400 + 0.31 × 12,300 + 0.18 × 6,100 = 9,327 of
    // 36,800.
    List<RespondentsRow> young =
        sample.rows(Table.RESPONDENTS).stream()
            .filter(r -> r.scope() == Scope.ALL && r.group().equals("16 to 34"))
            .toList();
    assertThat(young).isNotEmpty();
    assertThat(young)
        .allSatisfy(r -> assertThat(r.residents()).isCloseTo(100 * 9_327 / 36_800.0, within(0.1)));
    // In the first wave some instruments were not yet asked everywhere, and the audit hides the row
    // so that it cannot tell on the rest. Every other wave has to show it, and show it right.
    assertThat(young)
        .filteredOn(r -> !r.wave().equals("2022q4"))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            r -> {
              assertThat(r.visibility()).as(r.wave()).isEqualTo(Visibility.SHOWN);
              assertThat(r.percent()).isBetween(5.0, 12.0);
            });
    assertThat(young)
        .filteredOn(r -> r.visibility() == Visibility.SHOWN)
        .allSatisfy(r -> assertThat(r.percent()).isBetween(5.0, 12.0));
  }

  @Test
  void the_reversed_item_misbehaves_in_one_tools_form(PublishedSample sample) throws IOException {
    Map<Boolean, List<double[]>> people = new HashMap<>();
    for (Path part : ProtectedLake.of(sample.workspace()).parts(Question.SCALE_INSTRUMENT)) {
      for (Map<String, Object> row : ParquetRows.of(part)) {
        double last = code(row, Question.MISREAD);
        double rest =
            Question.ALL.stream()
                .filter(q -> q.inScale() && !q.equals(Question.MISREAD))
                .mapToDouble(q -> code(row, q))
                .sum();
        if (!Double.isNaN(last + rest)) {
          boolean misread =
              sample.truth().misread().organisations().contains(row.get(Responses.ORGANISATION));
          people
              .computeIfAbsent(misread, k -> new ArrayList<>())
              .add(new double[] {7 - last, rest});
        }
      }
    }
    // 0.66 is what two answers of loading 0.78 and six steps, one against the sum of three, come
    // to; someone who misreads turns it round, so a share m of them leaves 1 − 2m of it.
    double elsewhere = correlation(people.get(false));
    double there = correlation(people.get(true));
    assertThat(elsewhere).isCloseTo(0.66, within(0.04));
    assertThat(there / elsewhere).isCloseTo(1 - 2 * 0.35, within(0.1));
  }

  @Test
  void the_small_organisation_is_hidden_everywhere(PublishedSample sample) {
    assertThat(sample.rows(Table.DISTRIBUTIONS))
        .filteredOn(r -> r.unit().equals(World.SMALL))
        .allMatch(r -> r.people() == null && r.visibility() != Visibility.SHOWN);
    assertThat(sample.rows(Table.LEVELS))
        .filteredOn(r -> r.unit().equals(World.SMALL))
        .allMatch(
            r ->
                r.visibility() != Visibility.SHOWN
                    && allNull(r.answered(), r.counted(), r.percent(), r.low(), r.high()));
    assertThat(sample.rows(Table.SCALES))
        .filteredOn(r -> r.unit().equals(World.SMALL))
        .allMatch(
            r ->
                r.visibility() != Visibility.SHOWN
                    && allNull(r.people(), r.mean(), r.low(), r.high(), r.median()));
    assertThat(sample.rows(Table.POOLED))
        .filteredOn(r -> r.organisation().equals(World.SMALL))
        .allMatch(
            r -> r.visibility() != Visibility.SHOWN && allNull(r.estimate(), r.low(), r.high()));
    assertThat(sample.rows(Table.CONTROL_POINTS))
        .filteredOn(r -> r.unit().equals(World.SMALL))
        .allMatch(r -> r.visibility() != Visibility.SHOWN && r.value() == null);
    assertThat(sample.rows(Table.RESPONDENTS))
        .filteredOn(r -> r.unit().equals(World.SMALL))
        .allMatch(r -> r.visibility() != Visibility.SHOWN && allNull(r.people(), r.percent()));
    // The same question of an organisation of ordinary size finds numbers.
    assertThat(sample.rows(Table.LEVELS))
        .filteredOn(r -> r.unit().equals("millbrook"))
        .anyMatch(r -> r.visibility() == Visibility.SHOWN && r.percent() != null);
  }

  private static boolean allNull(Object... values) {
    return Arrays.stream(values).allMatch(Objects::isNull);
  }

  private static List<ControlPointRow> points(
      PublishedSample sample, String measure, Scope scope, String unit) {
    return sample.rows(Table.CONTROL_POINTS).stream()
        .filter(r -> r.measure().equals(measure) && r.scope() == scope && r.unit().equals(unit))
        .toList();
  }

  private static double code(Map<String, Object> row, Question question) {
    int code = ((Number) row.get(question.item())).intValue();
    return code > 0 ? code : Double.NaN;
  }

  private static double correlation(List<double[]> pairs) {
    return new PearsonsCorrelation(pairs.toArray(double[][]::new))
        .getCorrelationMatrix()
        .getEntry(0, 1);
  }
}
