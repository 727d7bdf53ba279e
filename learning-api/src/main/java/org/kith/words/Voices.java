package org.kith.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kith.published.MissingRow;
import org.kith.published.RespondentsRow;
import org.kith.published.Visibility;

/** Whose voice is thin in a picture, and what was left blank. */
public final class Voices {

  /** A group is thin when its share of answers is this many points short of its share here. */
  private static final double SHORT_BY = 5;

  /** … and at most this part of it. */
  private static final double AT_MOST = 0.8;

  private Voices() {}

  /** Who is thin in this picture, or that nobody known is. */
  public static String of(List<RespondentsRow> rows) {
    if (rows.isEmpty()) {
      return "Nothing is known here about who answered.";
    }
    if (rows.stream().allMatch(r -> r.residents() == null)) {
      return "Who answered is known, but not who lives here, so whose voice is missing cannot be"
          + " said.";
    }
    if (rows.stream().allMatch(r -> r.percent() == null)) {
      return "How many of each group answered is hidden, so whose voice is missing cannot be said"
          + " here.";
    }
    List<RespondentsRow> thin = thin(rows);
    if (thin.isEmpty()) {
      return "No group we know of is thin in this picture. Those who answered may still differ from"
          + " those who did not.";
    }
    if (thin.size() == 1) {
      return "Thin in this picture: " + who(thin.get(0)) + ", " + shares(thin.get(0)) + ".";
    }
    return "Thin in this picture: "
        + Numbers.list(thin.stream().limit(3).map(Voices::who).toList())
        + ".";
  }

  /** The shares behind the sentence, for one group. */
  public static String detail(RespondentsRow row) {
    return aged(row)
        ? Numbers.capital(who(row))
            + " gave "
            + Numbers.percent(row.percent())
            + " of the answers and are "
            + Numbers.percent(row.residents())
            + " of residents."
        : "Thin in this picture: " + who(row) + ", " + shares(row) + ".";
  }

  /** The shares of every thin group, where {@link #of} names several; else an empty text. */
  public static String details(List<RespondentsRow> rows) {
    List<RespondentsRow> thin = thin(rows);
    return thin.size() < 2
        ? ""
        : thin.stream()
            .map(r -> Numbers.capital(who(r)) + ": " + shares(r) + ".")
            .collect(Collectors.joining(" "));
  }

  private static List<RespondentsRow> thin(List<RespondentsRow> rows) {
    return rows.stream()
        .filter(r -> r.percent() != null && r.residents() != null)
        .filter(r -> r.residents() - r.percent() >= SHORT_BY)
        .filter(r -> r.percent() <= AT_MOST * r.residents())
        .toList();
  }

  /** The first group that is thin, if one is. */
  public static Optional<RespondentsRow> first(List<RespondentsRow> rows) {
    return thin(rows).stream().findFirst();
  }

  /** How many forms left a question without an answer, over everyone taking part. */
  public static String blank(List<MissingRow> rows, int people) {
    int answered = 0;
    int blank = 0;
    boolean hidden = false;
    for (MissingRow row : rows) {
      boolean asked = !row.kind().equals("not_asked") && !row.kind().equals("excluded");
      if (row.visibility() != Visibility.SHOWN) {
        hidden |= asked;
      } else if (row.kind().equals("answered")) {
        answered += row.people();
      } else if (asked) {
        blank += row.people();
      }
    }
    if (answered + blank == 0) {
      return "Not known";
    }
    double share = 100.0 * blank / (answered + blank);
    if (hidden && blank == 0) {
      return "Hidden, some of it fewer than " + people;
    }
    if (share < 0.5) {
      return "Hardly any";
    }
    return (hidden ? "At least " : "") + Math.round(share) + " in 100";
  }

  private static String shares(RespondentsRow row) {
    return Numbers.percent(row.percent())
        + " of answers, "
        + Numbers.percent(row.residents())
        + " of residents";
  }

  private static String who(RespondentsRow row) {
    return aged(row)
        ? "people aged " + row.group()
        : "“" + row.group() + "” (" + row.dimension().toLowerCase(Locale.UK) + ")";
  }

  private static boolean aged(RespondentsRow row) {
    return row.dimension().equals("Age");
  }
}
