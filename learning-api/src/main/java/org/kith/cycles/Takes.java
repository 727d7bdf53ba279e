package org.kith.cycles;

import java.util.List;
import org.kith.http.Says;

/** What the API takes of learning cycles. What can be left out can be null. */
final class Takes {
  private Takes() {}

  @Says("A learning cycle to start, or what one is to be from now on.")
  record CycleStart(
      @Says(value = "A UUID made by the sender, so that it is started once.", nullable = true)
          String id,
      @Says("A few words, for lists.") String name,
      @Says(value = "The purpose in its first wording.", nullable = true) String purpose,
      @Says("person, team, organisation, place or national.") String scale,
      @Says(value = "Id of an organisation.", nullable = true) String organisation,
      @Says(value = "Id of a place.", nullable = true) String place,
      @Says(value = "The voice in which one takes part; needed to start.", nullable = true)
          String voice) {
    Cycles.Start start() {
      return new Cycles.Start(id, name, purpose, scale, organisation, place, voice);
    }
  }

  @Says("Who keeps a cycle going from now on.")
  record HandOn(@Says("Id of somebody who takes part, or empty for nobody.") String person) {}

  @Says("Whether a cycle is closed.")
  record Closing(@Says("true closes it, false opens it again.") boolean closed) {}

  @Says("A new wording of the purpose.")
  record NewWording(
      @Says("The version one looked at; 0 when there was none.") int version,
      @Says("The new wording.") String words) {}

  @Says("Whether one agrees to a wording of the purpose.")
  record OwnVoice(
      @Says("Which wording.") int version,
      @Says("Whether one agrees.") boolean agrees,
      @Says(value = "Why not, kept as it is.", nullable = true) String words) {}

  @Says("The voice in which somebody takes part.")
  record TakesPart(
      @Says("resident, practitioner, manager, leader, commissioner or policy.") String voice) {}

  @Says("Something to write down.")
  record NewEntry(
      @Says("A UUID made by the sender, so that it is kept once.") String id,
      @Says("actor, factor, unknown, absent, question, embedded or note.") String kind,
      @Says(
              value = "understand, design, try or embed; null for where it usually stands.",
              nullable = true)
          String stage,
      @Says("The words.") String words,
      @Says(value = "Of a factor: where it is known from.", nullable = true) String source,
      @Says(value = "Of a factor: guess, some or sure.", nullable = true) String confidence,
      @Says(value = "Of what is embedded: adopted, adapted, dropped or open.", nullable = true)
          String became,
      @Says(value = "Id of an experiment or question of the cycle.", nullable = true)
          String about) {
    Entries.Sending sending() {
      return new Entries.Sending(id, kind, stage, words, source, confidence, became, about);
    }
  }

  @Says("What is written down, changed. What is null stays as it was.")
  record ChangedEntry(
      @Says("The version one looked at.") int version,
      @Says(value = "actor, factor, unknown, absent, question, embedded or note.", nullable = true)
          String kind,
      @Says(value = "understand, design, try or embed.", nullable = true) String stage,
      @Says("The words.") String words,
      @Says(value = "Of a factor: where it is known from.", nullable = true) String source,
      @Says(value = "Of a factor: guess, some or sure.", nullable = true) String confidence,
      @Says(value = "Of what is embedded: adopted, adapted, dropped or open.", nullable = true)
          String became,
      @Says(value = "Id of an experiment or question of the cycle.", nullable = true)
          String about) {
    Entries.Sending sending(String id) {
      return new Entries.Sending(id, kind, stage, words, source, confidence, became, about);
    }
  }

  @Says("Something to try: a title, a type and a first day are needed.")
  record NewExperiment(
      @Says("A UUID made by the sender, so that it is kept once.") String id,
      @Says(value = "Id of a learning question of the cycle.", nullable = true) String question,
      @Says("What is tried.") String title,
      @Says("hypothesis or probe.") String type,
      @Says(value = "The hunch; a probe has none.", nullable = true) String hunch,
      @Says(value = "What we expect to see or notice.", nullable = true) String expect,
      @Says(value = "What would surprise us.", nullable = true) String surprise,
      @Says(value = "What we watch for harm.", nullable = true) String harms,
      @Says(value = "Who holds it, in words.", nullable = true) String holder,
      @Says("ISO day on which it starts.") String starts,
      @Says(value = "ISO day on which we look again.", nullable = true) String look,
      @Says(
              value = "planned, trying, stopped or ended; null for what its first day says.",
              nullable = true)
          String state) {
    Experiments.Sending sending() {
      return new Experiments.Sending(
          id, question, title, type, hunch, expect, surprise, harms, holder, starts, look, state);
    }
  }

  @Says("An experiment's card, changed.")
  record ChangedExperiment(
      @Says("The version one looked at.") int version,
      @Says(value = "Id of a learning question of the cycle.", nullable = true) String question,
      @Says("What is tried.") String title,
      @Says("hypothesis or probe.") String type,
      @Says(value = "The hunch; a probe has none.", nullable = true) String hunch,
      @Says(value = "What we expect to see or notice.", nullable = true) String expect,
      @Says(value = "What would surprise us.", nullable = true) String surprise,
      @Says(value = "What we watch for harm.", nullable = true) String harms,
      @Says(value = "Who holds it, in words.", nullable = true) String holder,
      @Says("ISO day on which it starts.") String starts,
      @Says(value = "ISO day on which we look again.", nullable = true) String look) {
    Experiments.Sending sending(String id) {
      return new Experiments.Sending(
          id, question, title, type, hunch, expect, surprise, harms, holder, starts, look, null);
    }
  }

  @Says("How an experiment goes on.")
  record GoesOn(
      @Says("The version one looked at.") int version,
      @Says("planned, trying, stopped or ended.") String state,
      @Says(value = "ISO day on which it stopped or ended; null for today.", nullable = true)
          String ended,
      @Says(value = "What came, and what we keep.", nullable = true) String learned) {}

  @Says("What was noticed, or changed on the way and why.")
  record NewNote(
      @Says("A UUID made by the sender, so that it is kept once.") String id,
      @Says("observation or adaptation.") String kind,
      @Says("The words.") String words,
      @Says(value = "Why; an adaptation needs it.", nullable = true) String reason,
      @Says(value = "ISO day; null for today.", nullable = true) String happened,
      @Says(value = "Id of a reflection of one's own, shared with the cycle.", nullable = true)
          String reflection) {
    Experiments.Noting noting() {
      return new Experiments.Noting(id, kind, words, reason, happened, reflection);
    }
  }

  @Says("The charts an experiment hopes to move, in the place of those before.")
  record NewMarks(@Says("At most 30.") List<Answers.OnChart> marks) {}
}
