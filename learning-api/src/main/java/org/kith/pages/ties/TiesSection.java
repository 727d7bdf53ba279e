package org.kith.pages.ties;

import org.jdbi.v3.core.Handle;
import org.kith.people.Person;

/** "What have we passed on, and what came back?" on a cycle's page. */
public record TiesSection(String cycle) {
  /** The section of a cycle, as somebody who takes part sees it. */
  public static TiesSection of(Handle h, String cycle, Person me, long now) {
    return new TiesSection(cycle);
  }
}
