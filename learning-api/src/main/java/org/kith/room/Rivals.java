package org.kith.room;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.reviews.Review;
import org.kith.reviews.VoicesNamed;

/**
 * The readings of one question side by side, as opened: by voice where enough people of it wrote,
 * then those of voices too few to name, then those that fit none of the others. All of them are
 * kept.
 */
public record Rivals(List<Column> columns, List<Said> kept) {
  /** Stands over readings whose voices are not named. */
  public static final String UNNAMED = "Voices too few to name";

  /** Stands over readings that their authors set beside the others. */
  public static final String KEPT = "Fits none of these, and kept";

  /**
   * Readings under one label.
   *
   * @param label a voice's, or {@link #UNNAMED}
   * @param wrote how many of the voice wrote; null where voices are not named
   */
  public record Column(String label, Integer wrote, List<Said> said) {}

  /** One reading. */
  public record Said(String id, String words, boolean yours) {}

  public Rivals {
    columns = List.copyOf(columns);
    kept = List.copyOf(kept);
  }

  /**
   * Those of a question, as somebody in the review sees them.
   *
   * @param people k
   */
  public static Rivals of(Handle h, Review review, String question, Person me, int people) {
    return of(Readings.opened(h, review, question), me.id(), people);
  }

  /** As everybody sees them, for what is published: no reading is anybody's own. */
  public static Rivals published(Handle h, Review review, String question, int people) {
    return of(Readings.opened(h, review, question), "", people);
  }

  static Rivals of(List<Reading> readings, String me, int people) {
    Map<Voice, List<Reading>> by = new EnumMap<>(Voice.class);
    readings.forEach(r -> by.computeIfAbsent(r.voice(), v -> new ArrayList<>()).add(r));
    Set<Voice> named =
        VoicesNamed.of(readings.stream().map(Reading::voice).toList(), people).named();
    List<Column> columns = new ArrayList<>();
    by.forEach(
        (voice, said) -> {
          if (named.contains(voice)) {
            columns.add(new Column(voice.many(), said.size(), fitting(said, me)));
          }
        });
    List<Reading> together = readings.stream().filter(r -> !named.contains(r.voice())).toList();
    if (!together.isEmpty()) {
      columns.add(new Column(UNNAMED, null, fitting(together, me)));
    }
    return new Rivals(
        columns, readings.stream().filter(Reading::fitsNone).map(r -> said(r, me)).toList());
  }

  private static List<Said> fitting(List<Reading> readings, String me) {
    return readings.stream().filter(r -> !r.fitsNone()).map(r -> said(r, me)).toList();
  }

  private static Said said(Reading reading, String me) {
    return new Said(reading.id(), reading.words(), reading.person().equals(me));
  }
}
