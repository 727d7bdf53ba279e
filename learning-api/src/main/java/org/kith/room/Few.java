package org.kith.room;

import org.kith.people.Voice;

/** How many people are too few to be told of. */
public final class Few {
  private Few() {}

  /** Among people of a voice: one more where they are at work. */
  public static int limit(Voice voice, int people) {
    return voice == Voice.RESIDENT ? people : limit(people);
  }

  /** Among people of several voices, some of whom are at work. */
  public static int limit(int people) {
    return people + 1;
  }
}
