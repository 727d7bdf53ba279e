package org.kith.spotter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the spotter made of sentences. Something counts as found when every character of it is
 * flagged, whatever it was taken for; a flag counts as right when any of it is in something
 * labelled.
 */
final class Score {
  private static final class Tally {
    private int labelled;
    private int found;
    private int flags;
    private int right;
  }

  private final Map<Kind, Tally> kinds = new EnumMap<>(Kind.class);
  private int sentences;
  private int empty;

  static Score of(List<Corpus.Sentence> sentences) {
    Score score = new Score();
    sentences.forEach(score::add);
    return score;
  }

  private void add(Corpus.Sentence sentence) {
    sentences++;
    empty += sentence.labels().isEmpty() ? 1 : 0;
    List<Found> flags = Spotter.spot(sentence.words());
    for (Corpus.Label label : sentence.labels()) {
      Tally tally = tally(label.kind());
      tally.labelled++;
      tally.found += covered(label, sentence.words(), flags) ? 1 : 0;
    }
    for (Found flag : flags) {
      Tally tally = tally(flag.kind());
      tally.flags++;
      boolean right = sentence.labels().stream().anyMatch(l -> flag.overlaps(l.start(), l.end()));
      tally.right += right ? 1 : 0;
    }
  }

  private static boolean covered(Corpus.Label label, String words, List<Found> flags) {
    for (int at = label.start(); at < label.end(); at++) {
      int here = at;
      if (Character.isLetterOrDigit(words.charAt(at))
          && flags.stream().noneMatch(f -> f.overlaps(here, here + 1))) {
        return false;
      }
    }
    return true;
  }

  private Tally tally(Kind kind) {
    return kinds.computeIfAbsent(kind, k -> new Tally());
  }

  int labelled() {
    return kinds.values().stream().mapToInt(t -> t.labelled).sum();
  }

  int found() {
    return kinds.values().stream().mapToInt(t -> t.found).sum();
  }

  int flags() {
    return kinds.values().stream().mapToInt(t -> t.flags).sum();
  }

  int right() {
    return kinds.values().stream().mapToInt(t -> t.right).sum();
  }

  double recall() {
    return (double) found() / labelled();
  }

  double precision() {
    return (double) right() / flags();
  }

  /** A table of it, as it is kept in a golden file. */
  String table(String title) {
    StringBuilder out = new StringBuilder(title);
    out.append(String.format(": %d sentences, %d of them with nothing%n", sentences, empty));
    out.append(String.format("%-20s%9s%7s%7s%7s%n", "", "labelled", "found", "flags", "right"));
    kinds.forEach((kind, t) -> row(out, kind.id(), t.labelled, t.found, t.flags, t.right));
    row(out, "all", labelled(), found(), flags(), right());
    return out.toString();
  }

  private static void row(StringBuilder out, String name, int a, int b, int c, int d) {
    out.append(String.format("%-20s%9d%7d%7d%7d%n", name, a, b, c, d));
  }
}
