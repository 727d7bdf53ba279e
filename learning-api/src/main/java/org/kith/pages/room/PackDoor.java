package org.kith.pages.room;

import org.jdbi.v3.core.Handle;
import org.kith.learning.View;
import org.kith.people.Person;
import org.kith.reviews.Review;

/** The way to a review's evidence pack. */
@FunctionalInterface
public interface PackDoor {
  /**
   * The pack as somebody in the review may see it.
   *
   * @throws org.kith.http.ProblemException if it is not open to them
   */
  View pack(Handle h, Review review, Person me);
}
