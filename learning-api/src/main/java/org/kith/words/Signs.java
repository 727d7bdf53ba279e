package org.kith.words;

import java.util.List;
import org.kith.published.Drift;
import org.kith.published.DriftRow;
import org.kith.published.Scope;

/** Signs that answers changed in kind, as questions. */
public final class Signs {
  private static final String ASKS = " What was going on?";

  private Signs() {}

  /**
   * What was seen in a wave, as a question to talk about; or that nothing was.
   *
   * @param rows of one wave and one unit
   * @param when the wave, to stand inside a sentence: autumn 2025
   * @param before whether an earlier wave had a sign
   */
  public static String of(List<DriftRow> rows, String when, boolean before) {
    List<DriftRow> looked =
        rows.stream()
            .filter(r -> r.scope() == Scope.ORGANISATION ? r.here() != null : r.noticed() != null)
            .toList();
    if (looked.isEmpty()) {
      return "Too little was answered here to look for signs that answers changed in kind.";
    }
    List<DriftRow> seen = looked.stream().filter(Signs::seen).toList();
    if (seen.isEmpty()) {
      return "Nothing was seen in "
          + when
          + " that looks as if answers had changed in kind"
          + (before ? "; there were signs before." : ".");
    }
    List<String> said = seen.stream().map(Signs::one).toList();
    return String.join(" ", said) + ASKS;
  }

  /** Whether there is a sign in a row. */
  public static boolean seen(DriftRow row) {
    return row.scope() == Scope.ORGANISATION
        ? Boolean.TRUE.equals(row.here())
        : row.noticed() != null && row.noticed() > 0;
  }

  /** One sign in a sentence. */
  public static String one(DriftRow row) {
    return row.scope() == Scope.ORGANISATION
        ? "Around your organisation, " + happened(row.sign()) + "."
        : "In "
            + row.noticed()
            + " of "
            + row.organisations()
            + " organisations "
            + happened(row.sign())
            + ".";
  }

  private static String happened(Drift sign) {
    return switch (sign) {
      case HEAPING -> "more answers than before lie at one value";
      case STRAIGHT_LINING -> "more forms than before gave one answer to every question";
      case MISSING -> "more or fewer questions than before were left blank";
      case MODE -> "the way people were asked changed at once";
      case CASE_MIX -> "other people answered than before";
    };
  }
}
