package org.kith.pages.ties;

import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.people.Person;
import org.kith.ties.Ties;
import org.kith.ties.Way;

/**
 * "What have we passed on, and what came back?" on a cycle's page.
 *
 * @param rows up, across and down, those of which there is something
 */
public record TiesSection(String cycle, List<Row> rows) {

  /** What goes one way, oldest first. */
  public record Row(String heading, List<TieLine> ties) {}

  /** The section of a cycle, as somebody who takes part sees it. */
  public static TiesSection of(Handle h, String cycle, Person me, long now) {
    List<TieLine> all = Ties.of(h, me, cycle).stream().map(t -> TieLine.of(t, cycle, now)).toList();
    return new TiesSection(
        cycle,
        List.of(Way.UP, Way.ACROSS, Way.DOWN).stream()
            .map(w -> new Row(w.words(), all.stream().filter(t -> t.way() == w).toList()))
            .filter(r -> !r.ties().isEmpty())
            .toList());
  }

  /** The ways something can be passed on, for links. */
  public static List<Way> ways() {
    return Arrays.asList(Way.UP, Way.ACROSS, Way.DOWN);
  }
}
