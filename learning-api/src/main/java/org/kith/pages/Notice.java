package org.kith.pages;

/**
 * A page that says one thing and what to do next.
 *
 * @param kicker one or two words over the title
 * @param title what happened
 * @param lead what to do
 * @param more anything else, or empty
 */
record Notice(Frame frame, String kicker, String title, String lead, String more) {}
