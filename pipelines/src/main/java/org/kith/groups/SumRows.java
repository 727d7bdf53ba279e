package org.kith.groups;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kith.instrument.Instrument;
import org.kith.statistics.CrossProducts;

/** The sums in {@link GroupStatistics} and {@link Panel} as rows of long tables, one sum each. */
final class SumRows {
  private SumRows() {}

  /**
   * A sum over people with a valid answer to every item.
   *
   * @param item id
   * @param other the same or a later item; null for the sum of the item's own values
   * @param sum of the values, or of the two items' products
   */
  record Product(
      String instrument, String organisation, String wave, String item, String other, double sum) {}

  /** {@link CompleteCases#matched}. */
  record Matched(
      String instrument,
      String organisation,
      String wave,
      String item,
      double matching,
      int code,
      long people) {}

  /** A measure's sums over people who are alike; see {@link Profile}. */
  record OfProfile(
      String instrument,
      String organisation,
      String wave,
      List<String> groups,
      String measure,
      long people,
      double sum,
      double squares,
      double weight,
      double weighted) {}

  /**
   * A sum over the people of a pattern of waves; see {@link Panel.Pattern}.
   *
   * @param waves ids of the pattern's waves
   * @param wave one of them
   * @param other the same or a later one; null for the sum of the wave's own values
   */
  record OfPattern(
      String instrument,
      String measure,
      String organisation,
      List<String> waves,
      long people,
      String wave,
      String other,
      double sum) {}

  /** People who gave one answer and then another; see {@link Panel.Transition}. */
  record OfTransition(
      String instrument,
      String item,
      String organisation,
      String from,
      String to,
      int earlier,
      int later,
      long people) {}

  /** Ids of the items whose values complete cases have, in asked order. */
  static List<String> items(Instrument instrument) {
    ItemValues values = ItemValues.of(instrument);
    return IntStream.range(0, values.items())
        .filter(values::valued)
        .mapToObj(i -> instrument.items().get(i).id())
        .toList();
  }

  static Stream<Product> products(List<String> items, GroupStatistics group) {
    CrossProducts values = group.complete().values();
    return IntStream.range(0, values.variables())
        .boxed()
        .flatMap(
            i ->
                Stream.concat(
                    Stream.of(product(group, items.get(i), null, values.sum(i))),
                    IntStream.range(i, values.variables())
                        .mapToObj(
                            j ->
                                product(group, items.get(i), items.get(j), values.product(i, j)))));
  }

  private static Product product(GroupStatistics group, String item, String other, double sum) {
    return new Product(group.instrument(), group.organisation(), group.wave(), item, other, sum);
  }

  static Stream<Matched> matched(GroupStatistics group) {
    return group.complete().matched().entrySet().stream()
        .flatMap(
            item ->
                item.getValue().entrySet().stream()
                    .flatMap(
                        value ->
                            value.getValue().entrySet().stream()
                                .map(
                                    code ->
                                        new Matched(
                                            group.instrument(),
                                            group.organisation(),
                                            group.wave(),
                                            item.getKey(),
                                            value.getKey(),
                                            code.getKey(),
                                            code.getValue()))));
  }

  static Stream<OfProfile> profiles(List<Measure> measures, GroupStatistics group) {
    return group.profiles().stream()
        .flatMap(
            profile ->
                IntStream.range(0, measures.size())
                    .filter(m -> profile.n(m) > 0)
                    .mapToObj(
                        m ->
                            new OfProfile(
                                group.instrument(),
                                group.organisation(),
                                group.wave(),
                                profile.groups(),
                                measures.get(m).name(),
                                (long) profile.n(m),
                                profile.sum(m),
                                profile.squares(m),
                                profile.weight(m),
                                profile.weighted(m))));
  }

  static Stream<OfPattern> patterns(Panel.Pattern of) {
    int waves = of.waves().size();
    return IntStream.range(0, waves)
        .boxed()
        .flatMap(
            i ->
                Stream.concat(
                    Stream.of(pattern(of, i, null, of.values().sum(i))),
                    IntStream.range(i, waves)
                        .mapToObj(
                            j -> pattern(of, i, of.waves().get(j), of.values().product(i, j)))));
  }

  private static OfPattern pattern(Panel.Pattern of, int wave, String other, double sum) {
    return new OfPattern(
        of.instrument(),
        of.measure(),
        of.organisation(),
        of.waves(),
        of.values().n(),
        of.waves().get(wave),
        other,
        sum);
  }

  static Stream<OfTransition> transitions(Panel.Transition of) {
    return of.people().entrySet().stream()
        .flatMap(
            earlier ->
                earlier.getValue().entrySet().stream()
                    .map(
                        later ->
                            new OfTransition(
                                of.instrument(),
                                of.item(),
                                of.organisation(),
                                of.from(),
                                of.to(),
                                earlier.getKey(),
                                later.getKey(),
                                later.getValue())));
  }
}
