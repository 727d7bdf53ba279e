package org.kith.sample;

import java.util.List;

/**
 * A place, with who lives there and who answers.
 *
 * @param id for addresses
 * @param name for people
 * @param residents people of 16 and over who live there
 * @param known the known groups of its people
 */
record Place(String id, String name, int residents, List<Known> known) {

  /**
   * A known group's margin: of those who live here, and of those who answer.
   *
   * @param dimension id of the group rule in {@code kith.yaml}
   * @param groups its groups, in order
   * @param livesHere of 100 residents
   * @param answers of 100 people who answer
   */
  record Known(
      String dimension, List<String> groups, List<Integer> livesHere, List<Integer> answers) {}

  Known known(String dimension) {
    return known.stream().filter(k -> k.dimension().equals(dimension)).findFirst().orElseThrow();
  }
}
