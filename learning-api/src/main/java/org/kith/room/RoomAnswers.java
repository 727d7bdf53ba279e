package org.kith.room;

import java.util.List;
import java.util.Optional;
import org.kith.http.Says;
import org.kith.people.Voice;

/** What {@link RoomApi} reads and writes. */
final class RoomAnswers {
  private RoomAnswers() {}

  /** One's own readings. */
  record MyReadings(
      @Says("Those that are written.") List<MyReading> readings,
      @Says("Who has written, as far as it may be said.") String standing) {}

  /** One of them. */
  record MyReading(
      @Says("Id of the question.") String question,
      @Says("Its id.") String id,
      @Says("Its words.") String words,
      @Says("Goes up with every change.") int version,
      @Says("Whether it is set beside the others as fitting none.") boolean fitsNone) {
    static MyReading of(Readings.Mine m) {
      return new MyReading(m.question(), m.id(), m.words(), m.version(), m.fitsNone());
    }
  }

  /** A reading that is sent. */
  record ReadingSent(
      @Says("A UUID that the sender makes.") String id,
      @Says("What one reads in it, and what else it could be.") String words,
      @Says("The version looked at; 0 for the first words.") int version) {}

  /** How it is set. */
  record ReadingFits(@Says("Whether it fits none of the others.") boolean none) {}

  /** Opened readings. */
  record OpenedReadings(@Says("By question, as asked.") List<QuestionReadings> questions) {}

  /** Those of a question. */
  record QuestionReadings(
      @Says("Id of the question.") String question,
      @Says("Its words.") String words,
      @Says("Readings under one label each.") List<ReadingColumn> columns,
      @Says("Those that fit none of the others, and are kept.") List<OpenedReading> kept) {}

  /** Readings under one label. */
  record ReadingColumn(
      @Says("A voice, or that its voices are too few to name.") String label,
      @Says("How many of the voice wrote; null where voices are not named.") Integer wrote,
      @Says("The readings, in no order.") List<OpenedReading> readings) {}

  /** One opened reading. */
  record OpenedReading(
      @Says("Its id.") String id,
      @Says("Its words.") String words,
      @Says("Whether it is yours.") boolean yours) {
    static List<OpenedReading> all(List<Rivals.Said> said) {
      return said.stream().map(s -> new OpenedReading(s.id(), s.words(), s.yours())).toList();
    }
  }

  /** What is sent to steer the room. */
  record RoomSteered(
      @Says(value = "Number of the question to show, or null.", nullable = true) Integer question,
      @Says(value = "start, pause, go on, more, stop, or null.", nullable = true) String time,
      @Says(value = "Minutes to start with; 15 where null.", nullable = true) Integer minutes) {}

  /** What the room wrote. */
  record RoomNotesWritten(@Says("The notes on the screen.") List<RoomNote> notes) {}

  /** One of them. */
  record RoomNote(
      @Says("Its id.") String id,
      @Says(value = "Id of the question it was written at, or null.", nullable = true)
          String question,
      @Says("noticing, rival, apart, dissent or tell.") String kind,
      @Says("Its words.") String words,
      @Says("Whom we will tell, or empty.") String whom,
      @Says(value = "Voice of a dissent; null of what is the room's.", nullable = true)
          String voice,
      @Says("Whether it is yours.") boolean yours,
      @Says("Goes up with every change.") int version) {
    static RoomNote of(RoomNotes.Note n) {
      return new RoomNote(
          n.id(),
          n.question(),
          n.kind().id(),
          n.words(),
          n.whom(),
          Optional.ofNullable(n.voice()).map(Voice::id).orElse(null),
          n.yours(),
          n.version());
    }
  }

  /** A note that is sent. */
  record NoteSent(
      @Says("A UUID that the sender makes.") String id,
      @Says(value = "Id of the question it is about, or null.", nullable = true) String question,
      @Says("noticing, rival, apart, dissent or tell.") String kind,
      @Says("Its words.") String words,
      @Says(value = "Whom we will tell, where the kind is tell.", nullable = true) String whom) {}

  /** Other words for a note. */
  record NoteChanged(
      @Says("Its new words.") String words,
      @Says(value = "Whom we will tell, where the kind is tell.", nullable = true) String whom,
      @Says("The version looked at.") int version) {}
}
