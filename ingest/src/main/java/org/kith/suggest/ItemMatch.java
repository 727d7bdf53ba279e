package org.kith.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.suggest.AnswerFit.Kind;

/**
 * A column that seems to hold the answers to an item.
 *
 * @param likeness of the heading to the question
 * @param fit of the values to the answers
 */
record ItemMatch(
    Column column, Instrument instrument, Item item, Likeness.Degree likeness, AnswerFit fit) {

  // Trial and error on exports of four tools; what is missed or wrong is seen by the reader.
  private static final double ENOUGH = 0.55;
  private static final double ENOUGH_FOR_A_NAME = 0.45;
  private static final double QUESTION = 0.6;
  private static final int TICKS = 3;

  /** How much speaks for it, from 0 to 1. */
  double strength() {
    return QUESTION * likeness.value() + (1 - QUESTION) * fit.weight();
  }

  private boolean enough() {
    return fit.kind() != Kind.NONE
        && strength() >= needed(column)
        && (column.hasQuestion() || !onlyTicks());
  }

  private static double needed(Column column) {
    return column.hasQuestion() ? ENOUGH : ENOUGH_FOR_A_NAME;
  }

  /** Ones and noughts below a short name are more often boxes ticked than answers to a scale. */
  private boolean onlyTicks() {
    return fit.kind() == Kind.NUMBERS
        && column.values().size() < Math.min(TICKS, item.answers().size());
  }

  /** At most one item for a column and one column for an item, the strongest first. */
  static List<ItemMatch> among(List<Column> columns, List<Instrument> instruments) {
    List<ItemMatch> possible = possible(columns, instruments);
    Map<String, Double> together = new HashMap<>();
    for (Instrument instrument : instruments) {
      together.put(instrument.id(), coverage(instrument, possible));
    }
    List<Column> order = List.copyOf(columns);
    possible.sort(
        Comparator.comparingDouble(
                (ItemMatch m) -> -m.strength() - 0.1 * together.get(m.instrument.id()))
            .thenComparing(m -> order.indexOf(m.column))
            .thenComparing(m -> m.instrument.id())
            .thenComparing(m -> m.instrument.items().indexOf(m.item)));
    Set<Object> taken = new HashSet<>();
    List<ItemMatch> chosen = new ArrayList<>();
    for (ItemMatch match : possible) {
      String item = match.instrument.id() + " " + match.item.id();
      if (!taken.contains(match.column) && taken.add(item)) {
        taken.add(match.column);
        chosen.add(match);
      }
    }
    chosen.sort(Comparator.comparingInt(m -> order.indexOf(m.column)));
    return chosen;
  }

  private static List<ItemMatch> possible(List<Column> columns, List<Instrument> instruments) {
    Likeness likeness = new Likeness(instruments);
    List<ItemMatch> possible = new ArrayList<>();
    for (Column column : columns) {
      for (Instrument instrument : instruments) {
        for (Item item : instrument.items()) {
          Likeness.Degree degree = likeness.of(column, instrument, item);
          // The values are looked at only where they could still make it enough.
          if (QUESTION * degree.value() + 1 - QUESTION >= needed(column)) {
            ItemMatch match =
                new ItemMatch(column, instrument, item, degree, AnswerFit.of(column, item));
            if (match.enough()) {
              possible.add(match);
            }
          }
        }
      }
    }
    return possible;
  }

  /** The share of an instrument's items that have a column: a file that has all is likelier. */
  private static double coverage(Instrument instrument, List<ItemMatch> possible) {
    long found =
        possible.stream()
            .filter(m -> m.instrument.equals(instrument))
            .map(m -> m.item.id())
            .distinct()
            .count();
    return (double) found / instrument.items().size();
  }

  /** How sure, why, and what to check, as one line. */
  String remark(List<Instrument> instruments) {
    boolean sameQuestion = likeness.value() >= 0.9;
    String sure =
        sameQuestion && fit.kind() == Kind.LABELS && fit.share() == 1
            ? "Sure"
            : sameQuestion || fit.kind() == Kind.LABELS ? "Fairly sure" : "A guess, check this";
    return "%s: %s; %s%s.%s"
        .formatted(sure, likeness.why(), answers(), strays(), elsewhere(instruments));
  }

  private String answers() {
    String first = "\"" + item.answers().get(0).label() + "\"";
    return switch (fit.kind()) {
      case LABELS -> "the answers are its labels";
      case SHORT_LABELS -> "the answers look like short forms of its labels: check the codes";
      case NUMBERS ->
          "the answers are its numbers: check that %d means %s"
              .formatted(item.answers().get(0).code(), first);
      case IN_ORDER ->
          "the answers are codes taken in the order of the instrument: check that %s means %s"
              .formatted(fit.codes().keySet().iterator().next(), first);
      default -> "no answer in the sample: check the codes";
    };
  }

  private String strays() {
    return fit.share() == 1 ? "" : "; not all values fit, which ingest will tell row by row";
  }

  private String elsewhere(List<Instrument> instruments) {
    List<String> others =
        instruments.stream()
            .filter(i -> !i.equals(instrument))
            .filter(i -> i.items().stream().anyMatch(o -> sameWords(o.wording())))
            .map(Instrument::id)
            .toList();
    return others.isEmpty()
        ? ""
        : " The same question is in %s: check which survey it was."
            .formatted(String.join(" and ", others));
  }

  private boolean sameWords(String wording) {
    return Wording.plain(wording).equals(Wording.plain(item.wording()));
  }
}
