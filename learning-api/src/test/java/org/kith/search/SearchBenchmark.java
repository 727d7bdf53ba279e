package org.kith.search;

import java.io.FileNotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.kith.reflection.Audience;
import org.kith.reflections.Household;
import org.kith.store.EmptyStore;
import org.kith.store.Store;

/** How long an index takes to make, and a question to answer. Run by hand; nothing is asserted. */
public final class SearchBenchmark {
  private static final List<String> WORDS =
      List.of(
          "panel",
          "waited",
          "kettle",
          "landlord",
          "boiler",
          "funding",
          "doorstep",
          "ferry",
          "form",
          "mum",
          "letter",
          "bus",
          "ramp",
          "agreed",
          "cancelled",
          "Thursday",
          "photos",
          "asked",
          "nobody",
          "listened",
          "repair",
          "school",
          "tea",
          "stairs",
          "phone",
          "rang",
          "voicemail");

  private SearchBenchmark() {}

  /** Takes how many reflections, 5,000 unless told. */
  public static void main(String[] arguments) throws Exception {
    int many = arguments.length == 0 ? 5_000 : Integer.parseInt(arguments[0]);
    Random random = new Random(7);
    try (Store store = EmptyStore.open()) {
      Household people = Household.in(store);
      store.change(
          h -> {
            for (int i = 0; i < many; i++) {
              String id = "r" + i;
              h.execute(
                  "insert into reflection (id, author, form, kind, happened, written, arrived,"
                      + " changed, version, audience) values (?, ?, 'short', 'reflection', ?, 1, 1,"
                      + " 1, 1, 'me')",
                  id,
                  people.author().person().id(),
                  "2025-0" + (1 + i % 9) + "-1" + i % 10);
              StringBuilder words = new StringBuilder();
              for (int w = 0; w < 60; w++) {
                words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
              }
              h.execute(
                  "insert into reflection_answer (reflection, position, prompt, words)"
                      + " values (?, 0, 'what', ?)",
                  id,
                  words.toString());
            }
          });
      Search search =
          new Search(
              store,
              Clock.systemUTC(),
              person -> {
                throw new FileNotFoundException("nothing is published");
              });
      var me = people.author().person();
      for (int round = 0; round < 4; round++) {
        // A new reflection makes the next question find a new index.
        people.keeps(Audience.ME, "2025-03-04", "Round " + round);
        long start = System.nanoTime();
        search.find(me, "waiting panel", false, 0, 20);
        long made = System.nanoTime();
        for (int i = 0; i < 20; i++) {
          search.find(me, "waiting pan", i % 2 == 0, 0, 20);
        }
        long asked = System.nanoTime();
        System.out.printf(
            "%,d reflections: index made and asked in %d ms; asked again in %.1f ms%n",
            many, (made - start) / 1_000_000, (asked - made) / 20e6);
      }
    }
  }
}
