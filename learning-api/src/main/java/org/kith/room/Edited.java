package org.kith.room;

import org.kith.http.Problem;
import org.kith.http.ProblemException;

/**
 * What came of a change to words that may have been changed meanwhile.
 *
 * @param kept whether the words sent are in the store now; where they are not, nothing was
 *     overwritten
 * @param now what is in the store
 */
public record Edited<T>(boolean kept, T now) {

  /**
   * What is in the store, for those who cannot be shown both wordings.
   *
   * @throws ProblemException if the words were not kept
   */
  public T orConflict() {
    if (!kept) {
      throw ProblemException.of(
          Problem.Kind.CONFLICT,
          "It has been changed since you looked. Nothing was overwritten. Look at it again, then"
              + " change it.");
    }
    return now;
  }
}
