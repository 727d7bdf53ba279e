package org.kith.suggest;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;

/**
 * How alike a column's heading and an item's question are. Words that few items use say more than
 * words that many use (inverse document frequency), so "to what extent do you agree" says little.
 */
final class Likeness {

  /**
   * @param value from 0 to 1
   * @param why in words, to stand after "Sure:" and the like
   */
  record Degree(double value, String why) {}

  private static final int LONG_ENOUGH_TO_BE_CUT = 20;
  private static final int WORDS_OF_A_QUESTION = 4;
  private static final Set<String> WORDS_OF_FORMS = Set.of("the", "and", "you", "are", "how", "sq");

  private final Map<String, Integer> items = new HashMap<>();
  private final int all;

  Likeness(Collection<Instrument> instruments) {
    int count = 0;
    for (Instrument instrument : instruments) {
      for (Item item : instrument.items()) {
        new HashSet<>(Wording.words(item.wording())).forEach(w -> items.merge(w, 1, Integer::sum));
        count++;
      }
    }
    all = count;
  }

  Degree of(Column column, Instrument instrument, Item item) {
    String question = Wording.plain(column.question());
    String wording = Wording.plain(item.wording());
    if (question.equals(wording)) {
      return new Degree(1, "the same question");
    }
    if (ends(question, wording)) {
      return new Degree(0.97, "the question, with other words before it");
    }
    boolean start = wording.startsWith(question) && question.length() >= LONG_ENOUGH_TO_BE_CUT;
    if (start || ends(wording, question)) {
      return new Degree(0.93, "the question, cut short or without the words before it");
    }
    if (column.name().equals(item.id())) {
      return new Degree(0.95, "the item's own name");
    }
    double words = shared(Wording.words(question), Wording.words(wording));
    double name = 0.7 * named(column.name(), instrument, item);
    return words >= name
        ? new Degree(0.9 * words, "similar words")
        : new Degree(name, "its name alone");
  }

  private static boolean ends(String longer, String shorter) {
    return longer.endsWith(" " + shorter)
        && shorter.chars().filter(c -> c == ' ').count() + 1 >= WORDS_OF_A_QUESTION;
  }

  /** Cosine of the two sets of words, each word weighted by how rare it is among items. */
  private double shared(List<String> a, List<String> b) {
    Set<String> left = new HashSet<>(a);
    Set<String> right = new HashSet<>(b);
    double product = left.stream().filter(right::contains).mapToDouble(this::squared).sum();
    double lengths =
        left.stream().mapToDouble(this::squared).sum()
            * right.stream().mapToDouble(this::squared).sum();
    return lengths == 0 ? 0 : product / Math.sqrt(lengths);
  }

  private double squared(String word) {
    double idf = Math.log((all + 1.0) / (items.getOrDefault(word, 0) + 1.0));
    return idf * idf;
  }

  /** The share of a short name's words that are words of the item's or the instrument's name. */
  private static double named(String name, Instrument instrument, Item item) {
    Set<String> said =
        Wording.nameWords(name).stream()
            .filter(w -> w.length() > 2 && !w.matches("\\d+") && !WORDS_OF_FORMS.contains(w))
            .collect(toSet());
    if (said.isEmpty() || said.size() > WORDS_OF_A_QUESTION) {
      return 0;
    }
    List<String> own = Wording.nameWords(item.id() + " " + instrument.id());
    double found = said.stream().filter(w -> own.stream().anyMatch(o -> alike(o, w))).count();
    return found / said.size();
  }

  private static boolean alike(String own, String said) {
    String shorter = own.length() < said.length() ? own : said;
    return shorter.length() > 3 && (own.startsWith(said) || said.startsWith(own));
  }
}
