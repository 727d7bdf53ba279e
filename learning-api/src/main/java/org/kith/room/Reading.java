package org.kith.room;

import org.kith.people.Voice;

/**
 * A reading that is opened. Whoever shows it goes by {@link Rivals}, which say as much of the voice
 * as may be said.
 *
 * @param person its author's id, which nobody is shown
 */
record Reading(String id, String person, Voice voice, String words, boolean fitsNone) {}
