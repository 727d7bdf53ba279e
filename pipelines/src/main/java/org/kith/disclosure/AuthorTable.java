package org.kith.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kith.disclosure.CountTable.Line;
import org.kith.disclosure.CountTable.Shape;
import org.kith.patterns.Count;
import org.kith.patterns.Fact;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * So many of so many authors, such as those of a theme in a quarter: two cells an organisation, who
 * is counted and who is not.
 *
 * <p>That the two add up to a published number is why {@code not counted} is a figure here though
 * no table shows it: a shown total would tell it.
 */
final class AuthorTable {
  /** What is counted. */
  record Key(Fact fact, String key, String level, String period) {
    static Key of(Count count) {
      return new Key(count.fact(), count.key(), count.level(), count.period());
    }

    /** What the authors are counted among, which tables have in common. */
    Object among() {
      return List.of(fact, level, period);
    }
  }

  private static final Shape SHAPE = new Shape("Authors of reflections", 2, 0, null, true, 1000);

  final Key key;
  final Family family = new Family();

  /** The exact counts of every organisation. */
  final List<Count> organisations;

  private final CountTable table;
  private final List<Count> counts = new ArrayList<>();
  private final Threshold threshold;

  /**
   * Gathers the exact counts of every organisation, place and everyone.
   *
   * @param shown the scopes a published table has; others are in no line, since nobody can subtract
   *     what is nowhere shown
   */
  AuthorTable(Key key, List<Count> counts, List<Scope> shown, Groups groups, Threshold threshold) {
    this.key = key;
    this.threshold = threshold;
    List<Count> own = counts.stream().filter(c -> c.scope() == Scope.ORGANISATION).toList();
    this.organisations = own;
    List<String> ids = own.stream().map(Count::unit).toList();
    this.table =
        family.table(
            SHAPE,
            own.stream().map(c -> new long[] {c.authors(), c.of() - c.authors()}).toList(),
            new long[0]);
    for (Count count : counts) {
      if (shown.contains(count.scope())) {
        int[] of = groups.of(count.scope(), count.unit(), ids);
        Line line = table.line(count.scope(), count.unit(), of, false);
        Groups.checkSum(key.toString(), count.unit(), count.of(), line.total().exact);
        Groups.checkSum(key.toString(), count.unit(), count.authors(), line.parts().get(0).exact);
        this.counts.add(count);
      }
    }
  }

  /** What may be said of a line. */
  record Said(Count exact, Integer authors, Integer of, int contributing, Visibility visibility) {}

  /** Every line, in the order of the counts. */
  List<Said> said() {
    List<Said> said = new ArrayList<>();
    for (int l = 0; l < counts.size(); l++) {
      Line line = table.lines.get(l);
      Figure authors = line.parts().get(0);
      Integer of = line.total().published(threshold);
      said.add(
          new Said(
              counts.get(l),
              of == null ? null : authors.published(threshold),
              of,
              table.contributing(line, threshold),
              of == null ? line.total().visibility() : authors.visibility()));
    }
    return said;
  }

  /** The lines whose total is hidden, and why. */
  Map<String, Visibility> hiddenTotals() {
    Map<String, Visibility> hidden = new HashMap<>();
    for (Line line : table.lines) {
      if (!line.total().shown()) {
        hidden.put(name(line), line.total().visibility());
      }
    }
    return hidden;
  }

  /** Hides the totals that are hidden elsewhere, with their parts. True when that changed any. */
  boolean hideTotals(Map<String, Visibility> elsewhere) {
    boolean changed = false;
    for (Line line : table.lines) {
      Visibility why = elsewhere.get(name(line));
      if (why != null && line.total().shown()) {
        line.total().hide(why);
        line.parts()
            .forEach(
                part -> part.hide(threshold.small(part.exact) ? Visibility.FEWER_THAN_K : why));
        changed = true;
      }
    }
    return changed;
  }

  private static String name(Line line) {
    return line.scope() + " " + line.unit();
  }
}
