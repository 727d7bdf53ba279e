package org.kith.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.indicators.Towards;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.DistributionRow;
import org.kith.published.Gate;
import org.kith.published.HealthRow;
import org.kith.published.LevelRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * What to know of a measure before what people said, from what is published of everyone: counts of
 * whole forms are decided on with the answers ({@link WholeForm}), reliability is the published
 * row, and who answered at an end of a question is in its distribution. How many people were asked
 * is no answer of anybody; it is rounded only so that shares of it say no more than the rest.
 *
 * <p>The gate of a hidden row is not known, and so is that of a score whose reliability is hidden:
 * it would say on which side of a bound the hidden number lies.
 */
final class HealthRows {
  private record Plain(Integer people, Visibility visibility) {}

  private final Map<String, Instrument> instruments;
  private final Map<List<String>, WholeForm> forms;
  private final Threshold threshold;
  private final Map<List<String>, Plain> plain = new HashMap<>();
  private final Map<List<Object>, Integer> answers = new HashMap<>();
  private final Map<List<String>, ReliabilityRow> reliability = new HashMap<>();

  HealthRows(
      Map<String, Instrument> instruments,
      Map<List<String>, WholeForm> forms,
      List<DistributionRow> distributions,
      List<LevelRow> levels,
      List<ScaleRow> scales,
      List<ReliabilityRow> reliability,
      Threshold threshold) {
    this.instruments = instruments;
    this.forms = forms;
    this.threshold = threshold;
    for (LevelRow row : levels) {
      if (row.scope() == Scope.ALL) {
        plain.put(
            List.of(row.instrument(), row.item(), row.wave()),
            new Plain(
                row.answered(), row.answered() == null ? row.visibility() : Visibility.SHOWN));
      }
    }
    for (ScaleRow row : scales) {
      if (row.scope() == Scope.ALL) {
        plain.put(
            List.of(row.instrument(), Instrument.SCALE, row.wave()),
            new Plain(row.people(), row.visibility()));
      }
    }
    for (DistributionRow row : distributions) {
      if (row.scope() == Scope.ALL && row.people() != null) {
        answers.put(List.of(row.instrument(), row.item(), row.wave(), row.code()), row.people());
      }
    }
    reliability.forEach(row -> this.reliability.put(List.of(row.instrument(), row.wave()), row));
  }

  /** Who was asked and how many forms came back, where a response may be told. */
  static Optional<WholeForm.Asked> asked(HealthRow exact, Threshold threshold) {
    if (exact.asked() == null || exact.response() == null || threshold.small(exact.asked())) {
      return Optional.empty();
    }
    long returned = Math.round(exact.response() * exact.asked() / 100);
    return threshold.small(returned)
        ? Optional.empty()
        : Optional.of(new WholeForm.Asked(returned, exact.asked()));
  }

  List<HealthRow> of(List<HealthRow> exact) {
    // A response speaks of forms, whichever instruments they hold, so one that is a hidden count of
    // any instrument's forms is told of none.
    Set<List<Object>> hidden = new HashSet<>();
    forms.forEach(
        (key, form) -> {
          if (form.response() != null && !form.response().shown()) {
            hidden.add(List.of(key.get(1), form.response().exact));
          }
        });
    return exact.stream().map(row -> row(row, hidden)).toList();
  }

  private HealthRow row(HealthRow row, Set<List<Object>> hidden) {
    Plain all =
        plain.getOrDefault(
            List.of(row.instrument(), row.measure(), row.wave()),
            new Plain(null, Visibility.FEWER_THAN_K));
    if (all.visibility() != Visibility.SHOWN) {
      return new HealthRow(
          row.instrument(),
          row.measure(),
          row.wave(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          Gate.NOT_KNOWN,
          all.visibility());
    }
    boolean scale = row.measure().equals(Instrument.SCALE);
    ReliabilityRow of = scale ? reliability.get(List.of(row.instrument(), row.wave())) : null;
    WholeForm form = forms.get(List.of(row.instrument(), row.wave()));
    WholeForm.Asked asked = asked(row, threshold).orElse(null);
    Integer people = asked == null ? null : Integer.valueOf(threshold.rounded(asked.people()));
    Double response = null;
    if (asked != null && !hidden.contains(List.of(row.wave(), asked.returned()))) {
      response = percent(threshold.rounded(asked.returned(), asked.step(threshold)), people);
    }
    boolean unsure =
        of != null && of.alpha() == null && of.visibility() != Visibility.NOT_TO_BE_WORKED_OUT;
    return new HealthRow(
        row.instrument(),
        row.measure(),
        row.wave(),
        all.people(),
        people,
        response,
        missing(form, row.measure(), all.people()),
        of == null ? null : of.alpha(),
        of == null ? null : of.low(),
        of == null ? null : of.high(),
        scale ? (form == null ? null : form.atEnd(true, threshold)) : atEnd(row, all, true),
        scale ? (form == null ? null : form.atEnd(false, threshold)) : atEnd(row, all, false),
        unsure ? Gate.NOT_KNOWN : row.gate(),
        Visibility.SHOWN);
  }

  private Double missing(WholeForm form, String measure, int answered) {
    if (form == null || form.unanswered(measure) == null) {
      return null;
    }
    Integer without = form.unanswered(measure).published(threshold);
    return without == null ? null : percent(without, answered + without);
  }

  private Double atEnd(HealthRow row, Plain all, boolean lowest) {
    Item item = instruments.get(row.instrument()).item(row.measure()).orElseThrow();
    double end = lowest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    for (Answer answer : item.answers()) {
      if (item.valid(answer.code())) {
        double more = Towards.more(item, answer);
        end = lowest ? Math.min(end, more) : Math.max(end, more);
      }
    }
    int people = 0;
    for (Answer answer : item.answers()) {
      if (item.valid(answer.code()) && Towards.more(item, answer) == end) {
        Integer shown =
            answers.get(List.of(row.instrument(), row.measure(), row.wave(), answer.code()));
        if (shown == null) {
          return null;
        }
        people += shown;
      }
    }
    return percent(people, all.people());
  }

  private static Double percent(int part, int whole) {
    return Decimals.places(100.0 * part / whole, 0);
  }
}
