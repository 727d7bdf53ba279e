package org.kith.pages.reviews;

import java.util.List;
import org.kith.pages.Frame;
import org.kith.reviews.Review;
import org.kith.reviews.Reviews;

/**
 * Preparing a review, step by step, all steps open.
 *
 * @param leads whether whoever looks prepares it; others read what is prepared
 * @param changing whether it can still be changed: predictions are not open
 * @param fresh a UUID for what is added
 * @param invited whether somebody is invited, so that what it is not for is only added to
 * @param people those who take part
 * @param others those who can be invited, by name
 * @param pack what the pack is frozen to, in words; empty while it is not
 * @param missing what is missing before it can be opened
 */
public record PreparePage(
    Frame frame,
    ReviewTop top,
    boolean leads,
    boolean changing,
    Review review,
    String fresh,
    boolean invited,
    List<Option> cycles,
    List<Option> places,
    List<Option> from,
    List<Option> to,
    List<Option> follows,
    List<Seat> people,
    List<Option> others,
    List<Option> voices,
    List<Reviews.Absent> absent,
    List<Asked> questions,
    List<Figures> figures,
    List<Option> whom,
    List<Option> packs,
    String pack,
    List<String> missing) {

  /** One entry of a list to choose from. */
  public record Option(String value, String words, boolean chosen) {}

  /**
   * Somebody who takes part.
   *
   * @param leads whether they prepare it
   */
  public record Seat(Reviews.Participant who, String voice, boolean leads) {}

  /**
   * A question for the room.
   *
   * @param figure what figure it is about, in words, or empty
   * @param chosen value of that figure among {@link PreparePage#figures}
   * @param whom value of whom it speaks of
   */
  public record Asked(Reviews.Question question, String figure, String chosen, String whom) {}

  /** The figures of one construct. */
  public record Figures(String construct, List<Option> options) {
    public Figures {
      options = List.copyOf(options);
    }
  }

  public PreparePage {
    cycles = List.copyOf(cycles);
    places = List.copyOf(places);
    from = List.copyOf(from);
    to = List.copyOf(to);
    follows = List.copyOf(follows);
    people = List.copyOf(people);
    others = List.copyOf(others);
    voices = List.copyOf(voices);
    absent = List.copyOf(absent);
    questions = List.copyOf(questions);
    figures = List.copyOf(figures);
    whom = List.copyOf(whom);
    packs = List.copyOf(packs);
    missing = List.copyOf(missing);
  }
}
