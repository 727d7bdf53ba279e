package org.kith.pages;

import java.util.List;
import org.kith.published.OrganisationRow;

/**
 * Who takes part, for stewards.
 *
 * @param people everybody, by name
 * @param all what they can be given: organisations, teams and learning cycles
 * @param problem what could not be done, or empty
 */
record PeoplePage(Frame frame, List<Line> people, Given all, String problem) {

  /**
   * One of them.
   *
   * @param organisation its name, or empty
   * @param about their roles, teams and cycles, in words
   * @param state whether they were invited, take part or have left
   */
  record Line(String id, String name, String organisation, String about, String state) {}

  /** What somebody can be given, each chosen or not. */
  record Given(
      List<Choice.Option> organisations,
      List<Choice.Option> roles,
      List<Choice.Option> teams,
      List<Choice.Option> cycles) {}

  /** The name of an organisation; its id while the snapshot does not know it. */
  static String organisation(String id, List<OrganisationRow> all) {
    return all.stream()
        .filter(o -> o.organisation().equals(id))
        .map(OrganisationRow::name)
        .findFirst()
        .orElse(id);
  }
}
