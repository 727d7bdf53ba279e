package org.kith.pages.reviews;

import java.util.List;
import org.kith.pages.Figure;
import org.kith.pages.FigureTable;
import org.kith.pages.Frame;
import org.kith.reviews.SaidFirst;

/**
 * The evidence pack of a review.
 *
 * @param waiting why it is not open to whoever looks, or empty when it is
 * @param first whether only those who provide look at it yet
 * @param adds whether whoever looks may add what a number leaves out
 * @param leads whether they prepare the review
 * @param linked whether the snapshot can be read at its own addresses
 * @param notes what was added about the pack as a whole
 */
public record LookPage(
    Frame frame,
    ReviewTop top,
    String waiting,
    boolean first,
    boolean adds,
    boolean leads,
    boolean linked,
    String snapshot,
    List<One> questions,
    List<Note> notes) {

  /**
   * One question.
   *
   * @param lead what was expected and what came, a sentence each
   * @param chart both, drawn; empty where there is nothing to draw
   * @param heaps its numbers, or null
   * @param figure what came, or null where the question has no figure
   * @param without why there is no figure, or empty
   */
  public record One(
      String id,
      int position,
      String question,
      List<String> lead,
      String chart,
      FigureTable heaps,
      Figure figure,
      String without,
      String fresh,
      List<Note> notes,
      List<SaidFirst.Sayings> said) {
    public One {
      lead = List.copyOf(lead);
      notes = List.copyOf(notes);
      said = List.copyOf(said);
    }
  }

  /**
   * What somebody added who looked first.
   *
   * @param by "a practitioner", or "yours"
   */
  public record Note(String words, String by) {}

  public LookPage {
    questions = List.copyOf(questions);
    notes = List.copyOf(notes);
  }
}
