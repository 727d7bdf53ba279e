package org.kith.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Whose turn it is to have written the next one: everybody once, in an order drawn anew each time
 * round, and never the same person twice in a row where there are two.
 */
final class Rota {
  private final Random random;
  private final List<Staff> people;
  private final List<Staff> left = new ArrayList<>();
  private Staff last;

  Rota(Random random, List<Staff> people) {
    this.random = random;
    this.people = List.copyOf(people);
    if (people.isEmpty()) {
      throw new IllegalArgumentException("A rota needs somebody.");
    }
  }

  /** Those of an organisation, or of none, in a position, or whoever is nearest to it. */
  static Rota of(Random random, List<Staff> staff, String organisation, String position) {
    List<Staff> there =
        staff.stream()
            .filter(
                s ->
                    organisation.equals(Staffing.NONE)
                        ? s.organisation() == null
                        : organisation.equals(s.organisation()))
            .toList();
    List<Staff> fitting = there.stream().filter(s -> s.is(position)).limit(8).toList();
    return new Rota(
        random,
        fitting.isEmpty() ? there.stream().filter(s -> s.team() != null).toList() : fitting);
  }

  Staff next() {
    if (left.isEmpty()) {
      left.addAll(people);
      Collections.shuffle(left, random);
      if (left.get(left.size() - 1).equals(last)) {
        Collections.rotate(left, 1);
      }
    }
    last = left.remove(left.size() - 1);
    return last;
  }
}
