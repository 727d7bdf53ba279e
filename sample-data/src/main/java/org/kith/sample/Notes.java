package org.kith.sample;

import java.util.List;
import java.util.Random;

/**
 * What people wrote at the end of the form. It names people, as such answers do, and it is made to
 * trip a reader of exports: line breaks, separators, quotation marks, a formula.
 */
final class Notes {
  private static final List<String> NOTES =
      List.of(
          "Ask %s, who runs the quiz.",
          "%s brought soup every day; nobody told them to.",
          "Since the lift broke I only see %s.\nThat is all, really.",
          "My neighbour %s said \"just knock\", so I did.",
          "=HYPERLINK(\"http://example.org\",\"%s\")",
          "It costs £2, or nothing if %s is on the door.",
          "We don’t talk, %s and I, but we nod.",
          "First: the bins.\nSecond: %s, again; third, the bins.",
          "+44 1632 960123 is the number of %s if you need someone.",
          "Write to %s, 4 Ropewalk Yard, ZZ1 4QT.");

  private Notes() {}

  static String draw(Random random) {
    String name =
        Draws.oneOf(random, People.FIRST_NAMES) + " " + Draws.oneOf(random, People.LAST_NAMES);
    return Draws.oneOf(random, NOTES).replace("%s", name);
  }
}
