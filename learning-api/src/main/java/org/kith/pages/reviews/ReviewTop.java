package org.kith.pages.reviews;

import java.time.LocalDate;
import java.util.List;
import org.kith.pages.Frame;
import org.kith.reviews.Review;
import org.kith.reviews.Review.Stage;

/**
 * What every page of a review has: the strip of its seven pages, what the review is for and what it
 * will not be used for.
 *
 * @param meets the day it meets, for people, or empty
 * @param strip its pages, in the order they are gone through
 */
public record ReviewTop(
    String id, String name, String purpose, String notFor, String meets, List<Step> strip) {

  /** The pages of a review, by the last part of their address. */
  public enum Page {
    PREPARE("prepare", "prepare"),
    SAY("say", "say first"),
    LOOK("look", "look"),
    READ("read", "read alone"),
    TOGETHER("together", "read together"),
    DECIDE("decide", "decide"),
    TELL("tell", "tell");

    private final String path;
    private final String words;

    Page(String path, String words) {
      this.path = path;
      this.words = words;
    }

    /** The last part of its address. */
    public String path() {
      return path;
    }

    /** What a review in this stage is at. */
    static Page at(Stage stage) {
      return switch (stage) {
        case PREPARE -> PREPARE;
        case SAY_FIRST -> SAY;
        case PROVIDERS_LOOK, LOOK -> LOOK;
        case READ_ALONE -> READ;
        case TOGETHER -> TOGETHER;
        case PUBLISHED -> TELL;
      };
    }
  }

  /**
   * One of them.
   *
   * @param current whether it is the page shown
   * @param now whether the review is there
   */
  public record Step(String href, String words, boolean current, boolean now) {}

  /** Address of the page that the review is at. */
  public String now() {
    return strip.stream().filter(Step::now).findFirst().orElse(strip.get(0)).href();
  }

  public ReviewTop {
    strip = List.copyOf(strip);
  }

  /**
   * Of a page of a review.
   *
   * @param page the one shown, or null for the review's own page
   */
  public static ReviewTop of(Review review, Page page) {
    Page now = Page.at(review.stage());
    return new ReviewTop(
        review.id(),
        review.name(),
        review.purpose(),
        review.notFor(),
        review.meetsOn() == null ? "" : Frame.DAY.format(LocalDate.parse(review.meetsOn())),
        List.of(Page.values()).stream()
            .map(
                p ->
                    new Step(
                        "/reviews/" + review.id() + "/" + p.path, p.words, p == page, p == now))
            .toList());
  }
}
