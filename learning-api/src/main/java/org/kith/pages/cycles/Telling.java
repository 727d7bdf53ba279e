package org.kith.pages.cycles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kith.cycles.Chronicle;
import org.kith.cycles.Purpose;
import org.kith.pages.cycles.CyclePage.Against;
import org.kith.pages.cycles.CyclePage.Told;
import org.kith.words.Numbers;

/** The record in words. */
final class Telling {
  private Telling() {}

  static Told of(Chronicle.Item item) {
    List<String> lines =
        item.lines().stream()
            .map(
                l ->
                    (l.became().isEmpty()
                            ? CycleWords.kind(l.kind())
                            : CycleWords.became(l.became()))
                        + ": "
                        + l.words())
            .toList();
    return new Told(
        "told-" + item.what().name().toLowerCase(Locale.ROOT) + "-" + item.id(),
        item.day(),
        Numbers.day(item.day()),
        head(item),
        words(item),
        lines,
        against(item),
        fine(item));
  }

  private static String head(Chronicle.Item item) {
    String title = "“" + item.title() + "”";
    return switch (item.what()) {
      case PURPOSE ->
          item.number() == 1
              ? "We wrote the purpose."
              : "We wrote the purpose a " + CycleWords.ordinal(item.number()) + " time.";
      case WRITTEN -> "We wrote at “" + item.stage().words() + "”.";
      case WENT_BACK -> "We went back to “" + item.stage().words() + "”.";
      case TAKEN_OFF -> "We took something off the page.";
      case SHAPED -> "We shaped " + title + ".";
      case BEGAN -> "We began " + title + ".";
      case ADAPTED -> "We changed " + title + ".";
      case STOPPED -> "We stopped " + title + " on purpose.";
      case ENDED -> "We ended " + title + ".";
      case DECIDED -> "We decided.";
    };
  }

  private static String words(Chronicle.Item item) {
    return switch (item.what()) {
      case PURPOSE, TAKEN_OFF -> "“" + item.words() + "”";
      case ADAPTED -> item.words() + " Because: " + item.because();
      case DECIDED ->
          item.words() + (item.because().isEmpty() ? "" : " Because: " + item.because());
      default -> item.words();
    };
  }

  private static List<Against> against(Chronicle.Item item) {
    String kept = item.what() == Chronicle.What.PURPOSE ? "wording" : "decision";
    List<Against> against = new ArrayList<>();
    for (Purpose.Dissent d : item.dissents()) {
      if (!d.words().isEmpty()) {
        against.add(
            new Against(
                d.words(), CycleWords.by(d.voice(), d.yours()) + ". Kept with this " + kept + "."));
      }
    }
    return against;
  }

  private static String fine(Chronicle.Item item) {
    List<String> parts = new ArrayList<>();
    if (item.what() == Chronicle.What.PURPOSE) {
      parts.add(Numbers.capital(Numbers.small(item.agreed())) + " agreed.");
    }
    int silent = (int) item.dissents().stream().filter(d -> d.words().isEmpty()).count();
    if (silent > 0) {
      parts.add(Numbers.capital(Numbers.small(silent)) + " did not, and gave no words.");
    }
    if (item.what() == Chronicle.What.DECIDED) {
      if (item.title().equals("judgement")) {
        parts.add("A judgement: no number stands behind it.");
      }
      if (!item.snapshots().isEmpty()) {
        parts.add("Seen: snapshot " + Numbers.list(item.snapshots()) + ".");
      }
    }
    return String.join(" ", parts);
  }
}
