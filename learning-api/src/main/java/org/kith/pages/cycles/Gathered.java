package org.kith.pages.cycles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.access.Visitor;
import org.kith.cycles.Chronicle;
import org.kith.cycles.Cycle;
import org.kith.cycles.CycleEntry;
import org.kith.cycles.Cycles;
import org.kith.cycles.Experiment;
import org.kith.cycles.Kind;
import org.kith.cycles.Members;
import org.kith.cycles.Observation;
import org.kith.cycles.Purpose;
import org.kith.cycles.Purposes;
import org.kith.cycles.Walk;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.pages.Frame;
import org.kith.pages.cycles.CyclePage.Line;
import org.kith.pages.cycles.CyclePage.Next;
import org.kith.pages.cycles.CyclePage.Purposed;
import org.kith.pages.evidence.EvidenceSection;
import org.kith.pages.ties.TiesSection;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.words.Numbers;

/** Gathers what a cycle's page shows, as of one moment. */
final class Gathered {
  private Gathered() {}

  static CyclePage page(Handle h, Library library, View view, String id, Visitor visitor, long now)
      throws IOException {
    Person me = visitor.me();
    Cycle cycle = Cycles.needed(h, id, me);
    List<Purpose> purposes = Purposes.of(h, id, me);
    List<CycleEntry> entries = CycleEntry.of(h, id, me);
    List<Experiment> experiments = Experiment.of(h, id, me);
    List<Observation> notes = Observation.of(h, id, me);
    List<Walk> walks = Walk.back(entries, experiments, notes);
    int members = Members.count(h, id);
    Purpose purpose = purposes.isEmpty() ? null : purposes.get(purposes.size() - 1);
    List<Line> questions = questions(entries, experiments);
    return new CyclePage(
        Frame.of(view, cycle.name(), "cycles"),
        id,
        cycle.name(),
        CycleWords.where(cycle, view),
        purpose == null ? cycle.name() : purpose.words(),
        purposed(purpose),
        cycle.stewardName(),
        cycle.keptBy(me),
        takingPart(members, Members.voices(h, id)),
        lines(entries, Kind.ABSENT),
        Landscape.of(entries, experiments, walks, Landscape.unanswered(h, id)),
        next(id, purpose, members, questions, experiments),
        lines(entries, Kind.ACTOR),
        lines(entries, Kind.FACTOR),
        lines(entries, Kind.UNKNOWN),
        questions,
        Cards.of(experiments, notes),
        lines(entries, Kind.EMBEDDED),
        lines(entries, Kind.NOTE),
        EvidenceSection.of(h, library, id, visitor),
        TiesSection.of(h, id, me, now),
        Chronicle.of(h, id, me).stream().map(Telling::of).toList(),
        cycle.ended() == null ? "" : CycleWords.day(cycle.ended()));
  }

  private static Purposed purposed(Purpose purpose) {
    if (purpose == null) {
      return new Purposed(false, "", "", false, false);
    }
    String which =
        "That is the purpose, in its " + CycleWords.ordinal(purpose.version()) + " wording. ";
    String agreed =
        purpose.agreed() == 0
            ? "Nobody has said yet whether they agree."
            : Numbers.capital(people(purpose.agreed()))
                + (purpose.agreed() == 1 ? " has" : " have")
                + " agreed to it since "
                + CycleWords.day(purpose.at()).replace(' ', '\u00a0')
                + ".";
    int against = purpose.dissents().size();
    return new Purposed(
        true,
        which + agreed,
        against == 0
            ? ""
            : Numbers.capital(Numbers.small(against)) + (against == 1 ? " does not" : " do not"),
        purpose.dissents().stream().anyMatch(d -> !d.words().isEmpty()),
        purpose.mine().isEmpty());
  }

  private static String people(int count) {
    return count == 1 ? "one person" : Numbers.small(count) + " people";
  }

  private static String takingPart(int members, List<Voice> voices) {
    return members == 1
        ? "Nobody else takes part yet."
        : Numbers.capital(people(members)) + " take part: " + CycleWords.voices(voices) + ".";
  }

  /** What is missing that a cycle usually has; each can be left out. */
  private static List<Next> next(
      String id, Purpose purpose, int members, List<Line> questions, List<Experiment> tries) {
    String root = "/cycles/" + id;
    List<Next> next = new ArrayList<>();
    if (purpose == null) {
      next.add(new Next("Write down what it is for, even roughly", root + "/purpose"));
    }
    if (members == 1) {
      next.add(
          new Next(
              "Invite the people it is about, and those who work with them", root + "/people"));
    }
    if (questions.isEmpty()) {
      next.add(new Next("Ask what you want to learn", root + "/add/question"));
    }
    if (tries.isEmpty()) {
      next.add(
          new Next("Write down something to try; it needs no hunch", root + "/experiments/new"));
    }
    return next;
  }

  private static List<Line> lines(List<CycleEntry> entries, Kind kind) {
    return entries.stream()
        .filter(e -> e.stands() && e.kind() == kind)
        .map(e -> new Line(e.id(), e.words(), fine(e)))
        .toList();
  }

  private static String fine(CycleEntry e) {
    List<String> parts = new ArrayList<>();
    if (e.kind() == Kind.EMBEDDED) {
      parts.add(CycleWords.became(e.became()));
    }
    if (!e.source().isEmpty()) {
      parts.add("Known from: " + e.source().replaceAll("[.]$", ""));
    }
    String sure = CycleWords.confidence(e.confidence());
    if (!sure.isEmpty()) {
      parts.add(Numbers.capital(sure));
    }
    parts.add(
        Numbers.capital(CycleWords.by(e.voice(), e.yours()))
            + ", "
            + CycleWords.month(e.created()));
    if (e.changedVoice() != null) {
      parts.add("Changed since by " + e.changedVoice().one());
    }
    return String.join(". ", parts) + ".";
  }

  private static List<Line> questions(List<CycleEntry> entries, List<Experiment> experiments) {
    Map<String, Long> tried =
        experiments.stream()
            .filter(e -> !e.question().isEmpty())
            .collect(Collectors.groupingBy(Experiment::question, Collectors.counting()));
    Set<String> standing =
        entries.stream().filter(CycleEntry::stands).map(CycleEntry::id).collect(Collectors.toSet());
    Map<String, Long> noted =
        entries.stream()
            .filter(e -> standing.contains(e.id()) && !e.about().isEmpty())
            .collect(Collectors.groupingBy(CycleEntry::about, Collectors.counting()));
    return entries.stream()
        .filter(e -> e.stands() && e.kind() == Kind.QUESTION)
        .map(
            e ->
                new Line(
                    e.id(),
                    e.words(),
                    "Asked by "
                        + CycleWords.by(e.voice(), e.yours())
                        + ", "
                        + CycleWords.month(e.created())
                        + ". "
                        + speaks(
                            tried.getOrDefault(e.id(), 0L).intValue(),
                            noted.getOrDefault(e.id(), 0L).intValue())))
        .toList();
  }

  private static String speaks(int tried, int noted) {
    List<String> parts = new ArrayList<>();
    if (tried > 0) {
      parts.add(Numbers.counted(tried, "experiment"));
    }
    if (noted > 0) {
      parts.add(Numbers.counted(noted, "note"));
    }
    if (parts.isEmpty()) {
      return "Nothing speaks to it yet.";
    }
    boolean one = tried + noted == 1;
    String said = Numbers.list(parts);
    return said.substring(0, 1).toUpperCase(Locale.UK)
        + said.substring(1)
        + (one ? " speaks" : " speak")
        + " to it.";
  }
}
