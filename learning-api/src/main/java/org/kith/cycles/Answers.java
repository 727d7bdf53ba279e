package org.kith.cycles;

import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.kith.http.Says;
import org.kith.people.Person;

/** What the API says of learning cycles. */
final class Answers {
  private Answers() {}

  @Says("One's own learning cycles, and the names of the others with whom to ask.")
  record CycleList(
      @Says("Those one takes part in, by name.") List<CycleLine> mine,
      @Says("The others, by name.") List<CycleLine> others) {
    static CycleList of(List<Cycle> mine, List<Cycle> others) {
      return new CycleList(
          mine.stream().map(CycleLine::of).toList(), others.stream().map(CycleLine::of).toList());
    }
  }

  @Says("A learning cycle's name, and whom to ask.")
  record CycleLine(
      @Says("Its id.") String id,
      @Says("A few words, for lists.") String name,
      @Says("person, team, organisation, place or national.") String scale,
      @Says(value = "Id of the organisation, if it is of one.", nullable = true)
          String organisation,
      @Says(value = "Id of the place, if it is about one.", nullable = true) String place,
      @Says("Name of whoever keeps it going, or empty.") String steward,
      @Says("When it was closed, in milliseconds since 1970, or null.") Long ended) {
    static CycleLine of(Cycle cycle) {
      return new CycleLine(
          cycle.id(),
          cycle.name(),
          cycle.scale().id(),
          cycle.organisation(),
          cycle.place(),
          cycle.stewardName(),
          cycle.ended());
    }
  }

  @Says("A learning cycle, as those who take part read it.")
  record WholeCycle(
      @Says("Its name and whom to ask.") CycleLine about,
      @Says("How many take part.") int people,
      @Says("The voices that take part; never how many of each.") List<String> voices,
      @Says("Every wording of the purpose, first to last.") List<Wording> purposes,
      @Says("What was written down, in that order, with what was taken off.") List<Written> entries,
      @Says("What is tried, by the day it starts.") List<Tried> experiments,
      @Says("The record, newest first.") List<Happened> record) {}

  @Says("A wording of the purpose.")
  record Wording(
      @Says("1, 2, 3 …") int version,
      @Says("The wording.") String words,
      @Says("When it was written, in milliseconds since 1970.") long at,
      @Says("How many agreed to it.") int agreed,
      @Says("What those said who did not.") List<Against> dissents,
      @Says("What the reader said: agrees, dissents or empty.") String mine) {
    static Wording of(Purpose p) {
      return new Wording(
          p.version(),
          p.words(),
          p.at(),
          p.agreed(),
          p.dissents().stream().map(Against::of).toList(),
          p.mine());
    }
  }

  @Says("What somebody said who did not agree, under their voice.")
  record Against(
      @Says("resident, practitioner, manager, leader, commissioner or policy.") String voice,
      @Says("Their own words, or empty.") String words,
      @Says("Whether the reader said it.") boolean yours) {
    static Against of(Purpose.Dissent d) {
      return new Against(d.voice(), d.words(), d.yours());
    }
  }

  @Says("Something written down in a cycle.")
  record Written(
      @Says("Its id.") String id,
      @Says("understand, design, try or embed.") String stage,
      @Says("actor, factor, unknown, absent, question, embedded or note.") String kind,
      @Says("The words.") String words,
      @Says("Of a factor: where it is known from, or empty.") String source,
      @Says("Of a factor: guess, some, sure or empty.") String confidence,
      @Says("Of what is embedded: adopted, adapted, dropped or open; otherwise empty.")
          String became,
      @Says("Id of the experiment or question it is about, or empty.") String about,
      @Says("The voice in which it was written.") String voice,
      @Says("Whether the reader wrote it.") boolean yours,
      @Says("When, in milliseconds since 1970.") long created,
      @Says("Counts its changes; send it with a change.") int version,
      @Says("When it was taken off the page, or null.") Long off) {
    static Written of(CycleEntry e) {
      return new Written(
          e.id(),
          e.stage().id(),
          e.kind().id(),
          e.words(),
          e.source(),
          e.confidence(),
          e.became(),
          e.about(),
          e.voice().id(),
          e.yours(),
          e.created(),
          e.version(),
          e.takenOff());
    }
  }

  @Says("Something a cycle tries.")
  record Tried(
      @Says("Its id.") String id,
      @Says("Id of the learning question it is about, or empty.") String question,
      @Says("What is tried.") String title,
      @Says("hypothesis or probe; a probe has no hunch.") String type,
      @Says("The hunch, or empty.") String hunch,
      @Says("What we expect to see or notice, or empty.") String expect,
      @Says("What would surprise us, or empty.") String surprise,
      @Says("What we watch for harm, or empty.") String harms,
      @Says("Who holds it, in words, or empty.") String holder,
      @Says("ISO day on which it starts.") String starts,
      @Says("ISO day on which we look again, or empty.") String look,
      @Says("planned, trying, stopped or ended.") String state,
      @Says("ISO day on which it ended, or empty.") String ended,
      @Says("What came, and what we keep, or empty.") String learned,
      @Says("Id of the decision it came from, or empty.") String decision,
      @Says("Counts its changes; send it with a change.") int version,
      @Says("What was noticed and changed, in the order it happened.") List<Noted> notes,
      @Says("The charts it hopes to move.") List<OnChart> marks) {
    static Tried of(Experiment e, List<Observation> notes, List<Mark> marks) {
      return new Tried(
          e.id(),
          e.question(),
          e.title(),
          e.type(),
          e.hunch(),
          e.expect(),
          e.surprise(),
          e.harms(),
          e.holder(),
          e.starts(),
          e.look(),
          e.state(),
          e.ended(),
          e.learned(),
          e.decision(),
          e.version(),
          notes.stream().filter(n -> n.experiment().equals(e.id())).map(Noted::of).toList(),
          marks.stream().filter(m -> m.experiment().equals(e.id())).map(OnChart::of).toList());
    }
  }

  @Says("What was noticed while an experiment ran, or changed on the way.")
  record Noted(
      @Says("Its id.") String id,
      @Says("observation or adaptation.") String kind,
      @Says("The words.") String words,
      @Says("Of an adaptation: why.") String reason,
      @Says("ISO day.") String happened,
      @Says("Id of the reflection it rests on, while that is shared with the cycle; or empty.")
          String reflection,
      @Says("The voice in which it was written.") String voice,
      @Says("Whether the reader wrote it.") boolean yours) {
    static Noted of(Observation n) {
      return new Noted(
          n.id(),
          n.kind(),
          n.words(),
          n.reason(),
          n.happened(),
          n.reflection(),
          n.voice().id(),
          n.yours());
    }
  }

  @Says("A chart an experiment hopes to move.")
  record OnChart(
      @Says("Id of the instrument.") String instrument,
      @Says("Id of an item, or scale.") String measure,
      @Says("all, place or organisation.") String scope,
      @Says("Id of the place or organisation, or all.") String unit) {
    static OnChart of(Mark mark) {
      return new OnChart(mark.instrument(), mark.measure(), mark.scope(), mark.unit());
    }

    Experiments.Chart chart() {
      return new Experiments.Chart(instrument, measure, scope, unit);
    }
  }

  @Says("One thing in the record.")
  record Happened(
      @Says(
              "purpose, written, went_back, taken_off, shaped, began, adapted, stopped, ended or decided.")
          String what,
      @Says("ISO day.") String day,
      @Says("Of a purpose: which wording; otherwise 0.") int number,
      @Says("understand, design, try or embed; otherwise empty.") String stage,
      @Says("Of an experiment: its title. Of a decision: evidence or judgement.") String title,
      @Says("What was said or written.") List<String> words,
      @Says("Why, or empty.") String because,
      @Says("What was said against it, kept with it.") List<Against> dissents,
      @Says("Ids of the snapshots a decision looked at.") List<String> snapshots) {
    static Happened of(Chronicle.Item item) {
      return new Happened(
          item.what().name().toLowerCase(Locale.ROOT),
          item.day(),
          item.number(),
          item.stage() == null ? "" : item.stage().id(),
          item.title(),
          item.lines().isEmpty()
              ? List.of(item.words())
              : item.lines().stream().map(Chronicle.Line::words).toList(),
          item.because(),
          item.dissents().stream().map(Against::of).toList(),
          item.snapshots());
    }
  }

  @Says("Who takes part, by name; only for whoever keeps the cycle going.")
  record MemberList(@Says("By name.") List<MemberLine> members) {
    static MemberList of(List<Members.Member> members) {
      return new MemberList(
          members.stream().map(m -> new MemberLine(m.person(), m.name(), m.voice())).toList());
    }
  }

  @Says("Somebody who takes part.")
  record MemberLine(
      @Says("Their id.") String person,
      @Says("Their name.") String name,
      @Says("The voice in which they take part.") String voice) {}

  @Says("What was kept.")
  record KeptAs(@Says("Its id, or the number of the wording.") String id) {}

  static WholeCycle whole(Handle h, String id, Person me) {
    Cycle cycle = Cycles.needed(h, id, me);
    List<Observation> notes = Observation.of(h, id, me);
    List<Mark> marks = Mark.of(h, id);
    return new WholeCycle(
        CycleLine.of(cycle),
        Members.count(h, id),
        Members.voices(h, id).stream().map(v -> v.id()).toList(),
        Purposes.of(h, id, me).stream().map(Wording::of).toList(),
        CycleEntry.of(h, id, me).stream().map(Written::of).toList(),
        Experiment.of(h, id, me).stream().map(e -> Tried.of(e, notes, marks)).toList(),
        Chronicle.of(h, id, me).stream().map(Happened::of).toList());
  }
}
