package org.kith.instrument;

import java.util.List;
import java.util.Optional;

/**
 * A questionnaire, or the part of one, that measures one construct.
 *
 * @param id the instrument's name in files and addresses ({@code [a-z][a-z0-9_]*})
 * @param name its name for people
 * @param construct the construct it speaks of, as an id: {@code trust}, {@code belonging}, {@code
 *     pride}, {@code mutual-aid}, …; never combined with another
 * @param licence the licence of the wording
 * @param attribution the line the licence asks to be shown, or empty
 * @param source where the wording and scoring come from
 * @param wordingEvidence how sure the wording is: seen in the source, or to be checked
 * @param notes what a reader should know, or empty
 * @param scoring how answers become a figure
 * @param items its questions, in the order they are asked
 */
public record Instrument(
    String id,
    String name,
    String construct,
    String licence,
    String attribution,
    String source,
    String wordingEvidence,
    String notes,
    Scoring scoring,
    List<Item> items) {

  /** The measure name of a whole-instrument score, beside the item ids. */
  public static final String SCALE = "scale";

  public Instrument {
    if (!id.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "Instrument id '" + id + "' must be lower-case letters, digits and _.");
    }
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("Instrument " + id + " has no items.");
    }
    if (items.stream().map(Item::id).distinct().count() != items.size()) {
      throw new IllegalArgumentException("Instrument " + id + " uses an item id twice.");
    }
  }

  /** The item with this id, if the instrument has it. */
  public Optional<Item> item(String itemId) {
    return items.stream().filter(i -> i.id().equals(itemId)).findFirst();
  }
}
