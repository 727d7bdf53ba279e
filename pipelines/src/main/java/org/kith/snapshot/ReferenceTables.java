package org.kith.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.kith.disclosure.Disclosure;
import org.kith.disclosure.Published;
import org.kith.instrument.Answer;
import org.kith.instrument.Construct;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring;
import org.kith.published.AnswerRow;
import org.kith.published.ConstructRow;
import org.kith.published.EventRow;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;
import org.kith.published.OrganisationRow;
import org.kith.published.PlaceRow;
import org.kith.published.Table;
import org.kith.published.WaveRow;
import org.kith.workspace.Event;
import org.kith.workspace.Organisation;
import org.kith.workspace.Wave;

/** The tables that say what was asked, where and when. They count nobody. */
public final class ReferenceTables {
  private ReferenceTables() {}

  /**
   * The tables, in the order of {@link Table#ALL}.
   *
   * @param organisations in the order of {@code organisations.csv}
   * @param events what happened
   * @param constructs what the instruments may speak of
   * @param instruments those that were answered
   * @param waves ids of those that were answered
   */
  public static List<Published<?>> of(
      List<Organisation> organisations,
      List<Event> events,
      List<Construct> constructs,
      List<Instrument> instruments,
      Set<String> waves) {
    NavigableSet<Wave> asked = new TreeSet<>();
    waves.forEach(wave -> asked.add(Wave.of(wave)));
    return List.of(
        Disclosure.reference(Table.PLACES, places(organisations)),
        Disclosure.reference(Table.ORGANISATIONS, organisations(organisations)),
        Disclosure.reference(Table.WAVES, waves(asked)),
        Disclosure.reference(Table.EVENTS, events(events, asked)),
        Disclosure.reference(Table.CONSTRUCTS, constructs(constructs, instruments)),
        Disclosure.reference(Table.INSTRUMENTS, instruments(instruments)),
        Disclosure.reference(Table.ITEMS, items(instruments)),
        Disclosure.reference(Table.ANSWERS, answers(instruments)));
  }

  private static List<PlaceRow> places(List<Organisation> organisations) {
    Set<PlaceRow> places = new LinkedHashSet<>();
    organisations.forEach(o -> places.add(new PlaceRow(o.place(), o.placeName())));
    return List.copyOf(places);
  }

  private static List<OrganisationRow> organisations(List<Organisation> organisations) {
    return organisations.stream()
        .map(o -> new OrganisationRow(o.id(), o.name(), o.place()))
        .sorted(
            Comparator.comparing(OrganisationRow::name)
                .thenComparing(OrganisationRow::organisation))
        .toList();
  }

  private static List<WaveRow> waves(NavigableSet<Wave> asked) {
    List<WaveRow> rows = new ArrayList<>();
    for (Wave wave : asked) {
      rows.add(
          new WaveRow(
              wave.id(),
              wave.label(),
              rows.size() + 1,
              wave.starts().toString(),
              wave.ends().toString()));
    }
    return rows;
  }

  /** In time order; an event between two waves stands at the later one. */
  private static List<EventRow> events(List<Event> events, NavigableSet<Wave> asked) {
    return events.stream()
        .sorted(Comparator.comparing(Event::date))
        .map(
            event -> {
              Wave day = Wave.of(event.date());
              Wave next = asked.ceiling(day);
              return new EventRow(
                  event.date().toString(),
                  (next == null ? day : next).id(),
                  event.scope(),
                  event.unit(),
                  event.words());
            })
        .toList();
  }

  private static List<ConstructRow> constructs(
      List<Construct> constructs, List<Instrument> instruments) {
    return constructs.stream()
        .filter(c -> instruments.stream().anyMatch(i -> i.construct().equals(c.id())))
        .map(c -> new ConstructRow(c.id(), c.name(), c.about()))
        .toList();
  }

  private static List<InstrumentRow> instruments(List<Instrument> instruments) {
    return instruments.stream()
        .map(
            i ->
                new InstrumentRow(
                    i.id(),
                    i.name(),
                    i.construct(),
                    i.licence(),
                    i.attribution(),
                    i.source(),
                    i.wordingEvidence(),
                    i.notes(),
                    counting(i),
                    i.scoring().scalesPeople(),
                    i.scoring().min(),
                    i.scoring().max(),
                    i.scoring().minAnswered()))
        .toList();
  }

  /** How answers become a figure, in one plain sentence. */
  static String counting(Instrument instrument) {
    Scoring scoring = instrument.scoring();
    return switch (scoring.method()) {
      case PERCENT_IN_CODES ->
          "Each question stands alone: the share of people with a valid answer who gave one of the"
              + " answers counted.";
      case MEAN_PER_ITEM ->
          "Each question stands alone: the mean of the numbers people answered with.";
      case THEME_PERCENT_POSITIVE ->
          "The share of counted answers among all valid answers to all its questions together.";
      case SUM -> score(instrument, "sum of the numbers of their answers");
      case MEAN -> score(instrument, "mean of the numbers of their answers");
      case MEAN_OF_SCORE_MAP -> score(instrument, "mean of the points of their answers");
    };
  }

  private static String score(Instrument instrument, String rule) {
    Scoring scoring = instrument.scoring();
    int items = instrument.items().size();
    boolean turned =
        scoring.method() != Scoring.Method.MEAN_OF_SCORE_MAP
            && instrument.items().stream().anyMatch(Item::reversed);
    String enough =
        scoring.minAnswered() >= items
            ? (items == 1 ? "the question" : "all " + items + " questions")
            : "at least " + scoring.minAnswered() + " of the " + items + " questions";
    return "A person's score is the "
        + rule
        + (turned ? ", with the questions that ask the other way round turned" : "")
        + ", for those who answered "
        + enough
        + "; it goes from "
        + number(scoring.min())
        + " to "
        + number(scoring.max())
        + ", and higher means "
        + scoring.higherIs()
        + ".";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static List<ItemRow> items(List<Instrument> instruments) {
    List<ItemRow> rows = new ArrayList<>();
    for (Instrument instrument : instruments) {
      int position = 1;
      for (Item item : instrument.items()) {
        rows.add(
            new ItemRow(
                instrument.id(),
                item.id(),
                position++,
                item.wording(),
                item.reversed(),
                item.countedAs()));
      }
    }
    return rows;
  }

  private static List<AnswerRow> answers(List<Instrument> instruments) {
    List<AnswerRow> rows = new ArrayList<>();
    for (Instrument instrument : instruments) {
      for (Item item : instrument.items()) {
        int position = 1;
        for (Answer answer : item.answers()) {
          rows.add(
              new AnswerRow(
                  instrument.id(),
                  item.id(),
                  answer.code(),
                  position++,
                  answer.label(),
                  answer.brief(),
                  item.counted().contains(answer.code()),
                  item.excluded().contains(answer.code())));
        }
      }
    }
    return rows;
  }
}
