package org.kith.pages.account;

import java.util.List;
import org.kith.account.Reading;
import org.kith.documents.Days;
import org.kith.pages.Frame;

/** The published accounts, the latest first. */
public record AccountsPage(Frame frame, List<Line> accounts) {
  private static final int OPENING = 320;

  /**
   * One of them.
   *
   * @param day on which it was published, for people
   * @param opening how it begins
   */
  public record Line(String review, String title, String day, String opening) {}

  static AccountsPage of(Frame frame, List<Reading.Listed> published) {
    return new AccountsPage(
        frame,
        published.stream()
            .map(a -> new Line(a.review(), a.title(), Days.of(a.day()), opening(a.summary())))
            .toList());
  }

  /** The first words, whole words only. */
  private static String opening(String summary) {
    String first = summary.lines().findFirst().orElse("");
    if (first.length() <= OPENING) {
      return first;
    }
    return first.substring(0, first.lastIndexOf(' ', OPENING)) + " …";
  }
}
