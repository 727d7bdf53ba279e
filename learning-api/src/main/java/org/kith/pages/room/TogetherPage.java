package org.kith.pages.room;

import java.util.List;
import org.kith.decisions.WhatHappened;
import org.kith.pages.Frame;
import org.kith.pages.reviews.ReviewTop;
import org.kith.room.Rivals;
import org.kith.room.RoomNotes;
import org.kith.room.RoomState;
import org.kith.room.Screen;

/**
 * The room's screen: one question at a time, what came and what was said, the readings, and what
 * the room writes down.
 *
 * @param open whether readings are opened; nothing but that is said before
 * @param standing who has written, as far as it may be said, while they are not
 * @param leads whether whoever looks runs the room
 * @param works whether anything can be written: not yet published
 * @param kicker which review, how many are in the room, which question
 * @param question shown, or null for what happened to what was said
 * @param before what the review before said, or null
 * @param figure or null
 * @param rivals or null where no question is shown
 * @param fresh a new id for a note
 */
public record TogetherPage(
    Frame frame,
    ReviewTop top,
    String id,
    boolean open,
    String standing,
    boolean leads,
    boolean works,
    String kicker,
    Question question,
    int questions,
    WhatHappened before,
    RoomFigure figure,
    Rivals rivals,
    List<Heap> notes,
    Screen.Time time,
    RoomState state,
    String made,
    String fresh) {

  public TogetherPage {
    notes = List.copyOf(notes);
  }

  /** What is shown. */
  public record Question(String id, int position, String words) {}

  /** Notes of one kind. */
  public record Heap(RoomNotes.Kind kind, List<Written> notes) {}

  /**
   * A note.
   *
   * @param at number of the question it was written at, or 0
   */
  public record Written(RoomNotes.Note note, int at) {}

  /** Whether anything is written down. */
  public boolean written() {
    return notes.stream().anyMatch(h -> !h.notes().isEmpty());
  }

  /** What was written down last at this question, or empty. */
  public String last() {
    return notes.stream()
        .flatMap(h -> h.notes().stream())
        .filter(w -> w.at() == state.showing())
        .map(Written::note)
        .reduce((earlier, later) -> later)
        .map(n -> n.kind().words() + ": " + n.words())
        .orElse("");
  }

  /** Numbers of the questions that whoever runs the room can go to. */
  public List<Integer> others() {
    int from = before == null ? 1 : Screen.BEFORE;
    return java.util.stream.IntStream.rangeClosed(from, questions)
        .boxed()
        .filter(n -> n != state.showing())
        .toList();
  }
}
