package org.kith.cycles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.people.Person;

/** What happened in a cycle, newest first: wordings, what was written where, tries, decisions. */
public final class Chronicle {
  /** What kind of thing happened. */
  public enum What {
    /** A purpose was worded; {@code number} says for which time. */
    PURPOSE,
    /** Something was written down at a place; {@code lines} say what. */
    WRITTEN,
    /** As {@link #WRITTEN}, at a place the cycle had been past before. */
    WENT_BACK,
    /** Something was taken off the page. */
    TAKEN_OFF,
    /** An experiment was shaped that has not begun. */
    SHAPED,
    /** An experiment began. */
    BEGAN,
    /** An experiment was changed on the way. */
    ADAPTED,
    /** An experiment was stopped on purpose. */
    STOPPED,
    /** An experiment came to its end. */
    ENDED,
    /** Something was decided. */
    DECIDED
  }

  /** Something that was written down. */
  public record Line(Kind kind, String words, String became) {}

  /**
   * One thing that happened.
   *
   * @param id of what it is about
   * @param day ISO day
   * @param number which wording, of a purpose; otherwise 0
   * @param stage where, or null
   * @param title of the experiment, or empty
   * @param words what was said, or empty
   * @param because why, or empty
   * @param agreed how many agreed to a wording; otherwise 0
   * @param dissents kept with it
   * @param snapshots ids of the snapshots a decision looked at
   */
  public record Item(
      What what,
      String id,
      String day,
      long at,
      int number,
      Stage stage,
      String title,
      String words,
      String because,
      int agreed,
      List<Line> lines,
      List<Purpose.Dissent> dissents,
      List<String> snapshots) {

    static Item of(What what, String id, String day, long at, String title, String words) {
      return new Item(
          what, id, day, at, 0, null, title, words, "", 0, List.of(), List.of(), List.of());
    }

    Item because(String reason) {
      return new Item(
          what, id, day, at, number, stage, title, words, reason, agreed, lines, dissents,
          snapshots);
    }
  }

  private Chronicle() {}

  /** The record of a cycle as somebody who takes part reads it. */
  public static List<Item> of(Handle h, String cycle, Person me) {
    return of(
        Purposes.of(h, cycle, me),
        CycleEntry.of(h, cycle, me),
        Experiment.of(h, cycle, me),
        Observation.of(h, cycle, me),
        decisions(h, cycle, me));
  }

  static List<Item> of(
      List<Purpose> purposes,
      List<CycleEntry> entries,
      List<Experiment> experiments,
      List<Observation> notes,
      List<Item> decisions) {
    List<Item> items = new ArrayList<>(decisions);
    purposes.forEach(p -> items.add(worded(p)));
    written(items, entries, Walk.back(entries, experiments, notes));
    Map<String, String> titles =
        experiments.stream().collect(Collectors.toMap(Experiment::id, Experiment::title));
    experiments.forEach(e -> tried(items, e));
    notes.stream()
        .filter(Observation::adaptation)
        .forEach(
            n ->
                items.add(
                    Item.of(
                            What.ADAPTED,
                            n.experiment(),
                            n.happened(),
                            n.at(),
                            titles.get(n.experiment()),
                            n.words())
                        .because(n.reason())));
    // Newest first. What happened on one day stands in the order it was written down.
    items.sort(
        Comparator.comparing(Item::day)
            .thenComparing(Item::at)
            .thenComparing(Item::id)
            .thenComparing(Item::what)
            .reversed());
    return List.copyOf(items);
  }

  private static Item worded(Purpose purpose) {
    return new Item(
        What.PURPOSE,
        "purpose-" + purpose.version(),
        Walk.day(purpose.at()),
        purpose.at(),
        purpose.version(),
        null,
        "",
        purpose.words(),
        "",
        purpose.agreed(),
        List.of(),
        purpose.dissents(),
        List.of());
  }

  /** One item for each day at each place. */
  private static void written(List<Item> items, List<CycleEntry> entries, List<Walk> walks) {
    Map<String, List<CycleEntry>> days = new TreeMap<>();
    for (CycleEntry e : entries) {
      String key = Walk.day(e.created()) + " " + e.stage();
      days.computeIfAbsent(key, k -> new ArrayList<>()).add(e);
    }
    for (List<CycleEntry> together : days.values()) {
      CycleEntry first = together.get(0);
      String day = Walk.day(first.created());
      boolean back = walks.stream().anyMatch(w -> w.to() == first.stage() && w.day().equals(day));
      items.add(
          new Item(
              back ? What.WENT_BACK : What.WRITTEN,
              first.id(),
              day,
              first.created(),
              0,
              first.stage(),
              "",
              "",
              "",
              0,
              together.stream().map(e -> new Line(e.kind(), e.words(), e.became())).toList(),
              List.of(),
              List.of()));
    }
    entries.stream()
        .filter(e -> !e.stands())
        .forEach(
            e ->
                items.add(
                    Item.of(
                        What.TAKEN_OFF,
                        e.id(),
                        Walk.day(e.takenOff()),
                        e.takenOff(),
                        "",
                        e.words())));
  }

  private static void tried(List<Item> items, Experiment e) {
    boolean planned = e.state().equals("planned");
    items.add(
        Item.of(
            planned ? What.SHAPED : What.BEGAN,
            e.id(),
            planned ? Walk.day(e.created()) : e.starts(),
            e.created(),
            e.title(),
            ""));
    if (e.over()) {
      What what = e.state().equals("stopped") ? What.STOPPED : What.ENDED;
      String day = e.ended().isEmpty() ? Walk.day(e.changed()) : e.ended();
      items.add(Item.of(what, e.id(), day, e.changed(), e.title(), e.learned()));
    }
  }

  private static List<Item> decisions(Handle h, String cycle, Person me) {
    Map<String, List<Purpose.Dissent>> dissents =
        h
            .createQuery(
                "select s.decision, s.voice, s.words, s.author from dissent s"
                    + " join decision d on d.id = s.decision where d.cycle = :cycle"
                    + " order by s.at, s.id")
            .bind("cycle", cycle)
            .map(
                (row, ctx) ->
                    Map.entry(
                        row.getString("decision"),
                        new Purpose.Dissent(
                            row.getString("voice"),
                            row.getString("words"),
                            row.getString("author").equals(me.id()))))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    Map<String, Set<String>> snapshots =
        h
            .createQuery(
                "select x.decision, v.snapshot from decision_evidence x"
                    + " join decision d on d.id = x.decision join evidence v on v.id = x.evidence"
                    + " where d.cycle = :cycle and v.snapshot is not null")
            .bind("cycle", cycle)
            .map((row, ctx) -> Map.entry(row.getString("decision"), row.getString("snapshot")))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    return h.createQuery("select * from decision where cycle = :cycle order by decided, at, id")
        .bind("cycle", cycle)
        .map(
            (row, ctx) -> {
              String id = row.getString("id");
              String basis = row.getString("basis");
              return new Item(
                  What.DECIDED,
                  id,
                  LocalDate.parse(row.getString("decided")).toString(),
                  row.getLong("at"),
                  0,
                  null,
                  basis,
                  row.getString("words"),
                  row.getString("because"),
                  0,
                  List.of(),
                  dissents.getOrDefault(id, List.of()),
                  snapshots.getOrDefault(id, Set.of()).stream().sorted().toList());
            })
        .list();
  }
}
