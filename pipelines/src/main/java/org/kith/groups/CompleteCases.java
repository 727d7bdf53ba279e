package org.kith.groups;

import java.util.SortedMap;
import java.util.TreeMap;
import org.kith.statistics.CrossProducts;

/**
 * The people of one organisation and wave who gave a valid answer to every item of an instrument,
 * for those with at least two items whose answers have values.
 *
 * @param values cross-products of the items' values, reversed items turned round, in asked order
 * @param straight how many of them gave every item the same code, of three items or more with the
 *     same answers; 0 otherwise
 * @param matched people per item, matching value and answer code: the matching value is the sum of
 *     all items' values, or the mean of a class of such sums where an instrument has many
 */
public record CompleteCases(
    CrossProducts values,
    long straight,
    SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>> matched) {

  /** Nobody, of an instrument without comparable items. */
  public static final CompleteCases NONE =
      new CompleteCases(CrossProducts.none(0), 0, new TreeMap<>());
}
