package org.kith.evidence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.evidence.Chain.How;
import org.kith.evidence.Chain.Kind;
import org.kith.evidence.Chain.Link;
import org.kith.evidence.Chain.Step;

/**
 * The rows a chain is made of. Decisions are the cycle's own and those of published reviews it was
 * part of; reflections are those that are shared with the cycle now.
 */
final class ChainRows {
  private static final String DECISIONS =
      "(d.cycle = :cycle or (d.review is not null and exists (select 1 from review_cycle c"
          + " join review r on r.id = c.review where c.review = d.review and c.cycle = :cycle"
          + " and r.published is not null)))";

  private final Handle h;
  private final String cycle;
  private final List<Step> steps = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  /** Which step a pin is: itself, or the reflection it shows. */
  private final Map<String, String> stepOfPin = new HashMap<>();

  ChainRows(Handle h, String cycle, String me) {
    this.h = h;
    this.cycle = cycle;
    reflections(me);
    pins();
    experiments();
    decisions();
    changes();
  }

  List<Step> steps() {
    return steps;
  }

  List<Link> links() {
    return links;
  }

  private void reflections(String me) {
    Map<String, Said> said = Said.of(h, cycle, me);
    h.createQuery(
            "select id, happened from reflection where audience = 'cycle' and cycle = :cycle")
        .bind("cycle", cycle)
        .map((row, ctx) -> Map.entry(row.getString("id"), row.getString("happened")))
        .forEach(
            r -> {
              String week =
                  LocalDate.parse(r.getValue())
                      .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                      .toString();
              boolean may = said.containsKey(r.getKey()) && said.get(r.getKey()).readable();
              steps.add(
                  new Step(
                      r.getKey(),
                      Kind.REFLECTION,
                      "A reflection",
                      week,
                      may ? "/reflections/" + r.getKey() : "",
                      null,
                      starts(week),
                      starts(week),
                      null));
            });
  }

  private void pins() {
    for (Pin pin : Pins.of(h, cycle)) {
      stepOfPin.put(pin.id(), Chain.stepOf(pin));
      if (pin.kind() != Pin.Kind.REFLECTION) {
        steps.add(
            new Step(
                pin.id(),
                Kind.LOOKED,
                pin.words(),
                day(pin.at()),
                "/cycles/" + cycle + "/evidence/" + pin.id(),
                pin,
                Instant.ofEpochMilli(pin.at()).toString(),
                Instant.ofEpochMilli(pin.at()).toString(),
                null));
      }
      if (pin.experiment() != null) {
        links.add(new Link(pin.experiment(), stepOfPin.get(pin.id()), How.SHOWED));
      }
    }
  }

  private void experiments() {
    h.createQuery(
            "select id, title, starts, ended, decision from experiment where cycle = :cycle")
        .bind("cycle", cycle)
        .map(
            (row, ctx) -> {
              String id = row.getString("id");
              if (row.getString("decision") != null) {
                links.add(new Link(row.getString("decision"), id, How.STARTED));
              }
              String ended = row.getString("ended");
              return new Step(
                  id,
                  Kind.EXPERIMENT,
                  row.getString("title"),
                  row.getString("starts"),
                  "/cycles/" + cycle + "#experiment-" + id,
                  null,
                  starts(row.getString("starts")),
                  ended == null ? null : ends(ended, Long.MAX_VALUE),
                  null);
            })
        .forEach(steps::add);
    h.createQuery(
            "select n.experiment, n.reflection from experiment_note n join experiment e"
                + " on e.id = n.experiment where e.cycle = :cycle and n.reflection is not null")
        .bind("cycle", cycle)
        .map((row, ctx) -> new Link(row.getString(2), row.getString(1), How.BEHIND))
        .forEach(links::add);
  }

  private void decisions() {
    h.createQuery("select d.id, d.words, d.decided, d.at, d.review, d.cycle from decision d where "
            + DECISIONS)
        .bind("cycle", cycle)
        .map(
            (row, ctx) -> {
              String time = ends(row.getString("decided"), row.getLong("at"));
              String review = row.getString("review");
              boolean own = cycle.equals(row.getString("cycle"));
              return new Step(
                  row.getString("id"),
                  Kind.DECISION,
                  row.getString("words"),
                  row.getString("decided"),
                  own || review == null ? "/cycles/" + cycle + "#record" : "/accounts/" + review,
                  null,
                  time,
                  time,
                  own ? null : review);
            })
        .forEach(steps::add);
    h.createQuery(
            "select e.evidence, e.decision from decision_evidence e join decision d"
                + " on d.id = e.decision where "
                + DECISIONS)
        .bind("cycle", cycle)
        .map((row, ctx) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(
            e -> {
              if (stepOfPin.containsKey(e.getKey())) {
                links.add(new Link(stepOfPin.get(e.getKey()), e.getValue(), How.UNDER));
              }
            });
  }

  private void changes() {
    h.createQuery(
            "select m.id, m.decision, m.experiment, m.words, m.happened, m.observed, m.at"
                + " from change_made m join decision d on d.id = m.decision where "
                + DECISIONS)
        .bind("cycle", cycle)
        .map(
            (row, ctx) -> {
              String id = row.getString("id");
              links.add(new Link(row.getString("decision"), id, How.CHANGED));
              if (row.getString("experiment") != null) {
                links.add(new Link(row.getString("experiment"), id, How.BECAME));
              }
              String observed = stepOfPin.get(String.valueOf(row.getString("observed")));
              if (observed != null) {
                links.add(new Link(id, observed, How.NEXT));
              }
              String time = ends(row.getString("happened"), row.getLong("at"));
              return new Step(
                  id,
                  Kind.CHANGE,
                  row.getString("words"),
                  row.getString("happened"),
                  "",
                  null,
                  time,
                  time,
                  null);
            })
        .forEach(steps::add);
  }

  static String day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String starts(String day) {
    return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC).toString();
  }

  /** The end of a day, or the moment on it at which something was written down. */
  private static String ends(String day, long written) {
    Instant end = LocalDate.parse(day).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return Instant.ofEpochMilli(Math.min(written, end.toEpochMilli() - 1000)).toString();
  }
}
