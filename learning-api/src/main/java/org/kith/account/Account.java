package org.kith.account;

import java.util.List;
import org.kith.http.Says;
import org.kith.words.Numbers;

/**
 * The account of a learning review, as whoever reads it may see it: voices are named only where
 * enough people have them, and nobody has a name.
 */
@Says("The account of a learning review, in the words of those who took part.")
public record Account(
    @Says("Id of the review.") String review,
    @Says("Its name.") String title,
    @Says("Which wording of the account this is.") int version,
    @Says("Whether it is a draft, which only those who take part can read.") boolean draft,
    @Says(value = "ISO 8601 day on which it was published, or null.", nullable = true)
        String published,
    @Says("What the review was for.") String purpose,
    @Says("What it will not be used for.") String notUsedFor,
    @Says("Where it speaks of.") String place,
    @Says("From when to when, or empty.") String period,
    @Says(value = "ISO 8601 day on which it met, or null.", nullable = true) String met,
    @Says("What was learned, as a whole.") String summary,
    @Says("What was learned, one thing at a time.") List<String> learnings,
    @Says("Learning cycles it is about, by name.") List<String> cycles,
    @Says("Who was there, by voice; voices too few to name are told together.") List<String> there,
    @Says("Voices that were not in the room.") List<String> absent,
    @Says("What was asked, in the order asked.") List<Question> questions,
    @Says("What the room wrote down of no question in particular.") List<Note> notes,
    @Says("What was decided.") List<Decision> decisions,
    @Says("What will be tried.") List<Experiment> experiments,
    @Says("What was promised, both ways.") List<Promise> promises,
    @Says("What those who commission say of their own level.") List<Level> ownLevel,
    @Says("What happened to what was said the time before.") List<Happened> happened,
    @Says("What happened since, as later reviews found it.") List<Happened> since,
    @Says("What those who approved it, or did not, want said with it.") List<Answer> answers,
    @Says("How to read the numbers.") List<String> dataNotes,
    @Says("What people it speaks of wrote to it.") List<Contested> contested,
    @Says(value = "Snapshot of the numbers, or null.", nullable = true) String snapshot,
    @Says("Its permanent address.") String href) {

  /** Where published accounts are read. */
  public static final String ROOT = "/accounts";

  /** Said of a question that nobody wrote anything about. */
  public static final String SILENT = "Nothing was written about this question.";

  /** A question of the review. */
  @Says("A question of the review.")
  public record Question(
      @Says("1, 2, 3 …") int position,
      @Says("The question.") String words,
      @Says(value = "Address of the figure it is about, or null.", nullable = true) String figure,
      @Says("What was expected before the numbers opened, in sentences.") List<String> expected,
      @Says("The heaps of at least k people behind them; none where they are hidden.")
          List<Heap> heaps,
      @Says("Readings written alone, by voice.") List<Column> readings,
      @Says("Readings that fit none of the others, and are kept.") List<String> kept,
      @Says("What the room wrote down.") List<Note> notes) {

    /** Whether nobody wrote a reading or a note of it. */
    public boolean silent() {
      return readings.isEmpty() && kept.isEmpty() && notes.isEmpty();
    }
  }

  /** People who expected about the same. */
  @Says("People who expected about the same.")
  public record Heap(
      @Says("Of 100; 0 for the lowest heap.") int low,
      @Says("Of 100; 100 for the highest heap.") int high,
      @Says("How many.") int people,
      @Says("In words: 40 to 45.") String words) {}

  /** Readings under one label. */
  @Says("Readings of one voice, or of voices too few to name.")
  public record Column(
      @Says("The voice.") String voice, @Says("Their readings.") List<String> said) {}

  /** What the room wrote down. */
  @Says("What the room wrote down.")
  public record Note(
      @Says("noticing, rival, apart, dissent or tell.") String kind,
      @Says("The words.") String words,
      @Says("Whom it will be told to, or empty.") String whom,
      @Says("In which voice a dissent was said; empty of what is the room's.") String voice) {}

  /** A decision. */
  @Says("A decision, with what it rests on.")
  public record Decision(
      @Says("The decision.") String words,
      @Says("evidence or judgement.") String basis,
      @Says("Why.") String because,
      @Says("ISO 8601 day.") String day,
      @Says("What was looked at when it was made.") List<Seen> evidence,
      @Says("Who did not agree, in their own words.") List<Spoken> dissents) {}

  /** What a decision was made on. */
  @Says("Something a decision was made on.")
  public record Seen(
      @Says("indicator, theme, reflection, note, link, file or judgement.") String kind,
      @Says("Why it was looked at.") String words,
      @Says(value = "Address of an indicator, or null.", nullable = true) String figure,
      @Says(value = "The snapshot it was read in, or null.", nullable = true) String snapshot,
      @Says(value = "Address of a link, or null.", nullable = true) String address) {}

  /** Words under a voice. */
  @Says("Somebody's own words.")
  public record Spoken(
      @Says("In which voice: a resident; somebody in the room.") String voice,
      @Says("The words.") String words) {}

  /** What will be tried. */
  @Says("Something that will be tried.")
  public record Experiment(
      @Says("What.") String title,
      @Says("The hunch behind it; empty for a probe.") String hunch,
      @Says("What would surprise.") String surprise,
      @Says("Who holds it, in words.") String heldBy,
      @Says(value = "ISO 8601 day on which it is looked at again, or null.", nullable = true)
          String lookOn) {}

  /** A promise. */
  @Says("A promise.")
  public record Promise(
      @Says("Who promises.") String byWhom,
      @Says("To whom.") String toWhom,
      @Says("What.") String words,
      @Says(value = "ISO 8601 day by which, or null.", nullable = true) String due) {

    /** Who promises whom, to stand over the promise. */
    public String between() {
      return Numbers.capital(byWhom) + " to " + toWhom;
    }
  }

  /** What those who commission say of their own level. */
  @Says("Which rule, form or funding got in the way, or what changed since last time.")
  public record Level(
      @Says("rule, form, funding or changed.") String kind, @Says("The words.") String words) {

    /** The kind as a question. */
    public String asked() {
      return switch (kind) {
        case "rule" -> "Which rule got in the way?";
        case "form" -> "Which form got in the way?";
        case "funding" -> "What about the funding got in the way?";
        default -> "What did we change since last time?";
      };
    }
  }

  /** What came of something said before. */
  @Says("What came of something said before.")
  public record Happened(
      @Says("decision, experiment or promise.") String kind,
      @Says("What was said.") String said,
      @Says("done, partly, not yet or dropped.") String happened,
      @Says("In words.") String words) {}

  /** What somebody who took part wants said with it. */
  @Says("What somebody who took part wants said with it.")
  public record Answer(
      @Says("Whether they approved it.") boolean approves,
      @Says("In which voice.") String voice,
      @Says("The words.") String words) {}

  /** What somebody it speaks of wrote to it. */
  @Says("That is not how it was: what somebody it speaks of wrote.")
  public record Contested(@Says("The words.") String words, @Says("ISO 8601 day.") String day) {}

  /** Whether anybody wrote a number or words that stand beside the account. */
  public List<Answer> dissents() {
    return answers.stream().filter(a -> !a.approves()).toList();
  }

  /** Words of those who approved it. */
  public List<Answer> remarks() {
    return answers.stream().filter(Answer::approves).toList();
  }
}
