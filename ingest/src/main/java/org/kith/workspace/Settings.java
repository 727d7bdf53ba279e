package org.kith.workspace;

import java.util.List;
import org.kith.published.Manifest.DisclosureRules;

/**
 * What {@code kith.yaml} says. Few keys, each with a good default.
 *
 * @param name what the people taking part call this
 * @param question the question this place is working on now, or empty
 * @param notUsedFor what the numbers may not be used for, in the words the organisations agreed
 * @param invented whether every place, person and number in the workspace is made up, which every
 *     page then says
 * @param disclosure when a number is hidden; default 10 people, rounding to 5, 3 organisations
 * @param groups how quasi-identifiers become known groups
 */
public record Settings(
    String name,
    String question,
    String notUsedFor,
    boolean invented,
    DisclosureRules disclosure,
    List<Group> groups) {

  /**
   * A known group that a quasi-identifier is generalised into.
   *
   * @param id column name in the lake, after {@code group_}: {@code age}
   * @param name heading for people: "Age"
   * @param rule how a raw value becomes a group
   * @param bands for {@link Rule#BANDS}: lower edges of the age bands, rising, such as 16, 35, 55,
   *     75
   * @param values for {@link Rule#LISTED}: the group names that are kept as they are, in order;
   *     anything else becomes unknown and is counted in the report
   */
  public record Group(String id, String name, Rule rule, List<Integer> bands, List<String> values) {

    /** The ways to generalise. */
    public enum Rule {
      /** A whole number, such as an age, to a band. */
      BANDS,
      /** A UK postcode to its outward code, "LM1 4QT" to "LM1". */
      OUTWARD_CODE,
      /** One of a short list of answers. */
      LISTED
    }
  }

  public Settings {
    groups = List.copyOf(groups);
  }
}
