package org.kith.room;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.people.Voice;
import org.kith.reviews.SampleReview;
import org.kith.store.Store;

/**
 * More people in a sample review: 13 residents, 11 practitioners, 11 managers and 10 commissioners
 * beside the three, so that fourteen, twelve, eleven and eleven are in the room, each with a
 * prediction and, of the first question, a reading.
 */
public final class FullRoom {
  private static final List<String> RESIDENTS =
      List.of(
          "The bus took our evenings. You can’t trust a neighbour you never pass.",
          "We only meet at the school gate now.",
          "It is dark on the stairs since August.");
  private static final List<String> PRACTITIONERS =
      List.of(
          "We knocked on new doors. These are people who know nobody yet.",
          "More of the answers came on paper this time.",
          "People told us they are tired of being asked.");
  private static final List<String> MANAGERS =
      List.of(
          "It may be nothing. One odd quarter in thirteen happens.",
          "Two of our teams were short of people in October.",
          "The wording of the letter changed in the same week.");
  private static final List<String> COMMISSIONERS =
      List.of(
          "Our proof-of-address letters went out in September.",
          "We moved the desk from the library to the civic centre.",
          "The bus contract ended, and that was ours to renew.");

  private FullRoom() {}

  /** Fills the room. */
  public static void fill(Store store, SampleReview review) {
    store.change(
        h -> {
          add(h, review, Voice.RESIDENT, 13, RESIDENTS);
          add(h, review, Voice.PRACTITIONER, 11, PRACTITIONERS);
          add(h, review, Voice.MANAGER, 11, MANAGERS);
          add(h, review, Voice.COMMISSIONER, 10, COMMISSIONERS);
        });
  }

  /** Adds people of one voice, who have said the same few things in turn. */
  public static void add(
      Handle h, SampleReview review, Voice voice, int people, List<String> readings) {
    for (int i = 0; i < people; i++) {
      String id = "room-" + voice.id() + "-" + i;
      if (People.find(h, id).isEmpty()) {
        People.add(
            h, new Person(id, id, null, "", Set.of(Role.PRACTITIONER), List.of(), List.of()), 0);
      }
      h.execute(
          "insert into review_person (review, person, voice, invited) values (?, ?, ?, 1)",
          review.id(),
          id,
          voice.id());
      int low = 30 + 5 * ((i + voice.id().length()) % 5);
      h.execute(
          "insert into prediction values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          UUID.randomUUID().toString(),
          review.questions().get(0),
          id,
          voice.id(),
          (double) low,
          low + 10.0,
          "",
          "",
          15);
      h.execute(
          "insert into reading (id, question, person, voice, words, at, changed) values"
              + " (?, ?, ?, ?, ?, 50, 50)",
          UUID.randomUUID().toString(),
          review.questions().get(0),
          id,
          voice.id(),
          readings.get(i % readings.size()));
    }
  }
}
