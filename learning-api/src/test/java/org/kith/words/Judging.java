package org.kith.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that pass judgement, which no page and no file of ours says. */
public final class Judging {
  private static final Pattern JUDGING =
      Pattern.compile(
          "\\b(perform(ance|ing|s)?|underperform\\w*|best|worst|top|bottom|improv(ement|ing|ed)s?"
              + "|targets?|rating|rated|compliance|compliant|league|rank(ed|ing|s)?|score ?card"
              + "|good practice|failing|KPIs?|cases|service users?|findings)\\b",
          Pattern.CASE_INSENSITIVE);

  private Judging() {}

  /** Those that stand in a text, in their order. */
  public static List<String> in(String words) {
    List<String> found = new ArrayList<>();
    Matcher matcher = JUDGING.matcher(words);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
