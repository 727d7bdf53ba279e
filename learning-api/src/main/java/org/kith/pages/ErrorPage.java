package org.kith.pages;

/**
 * A page that says one thing.
 *
 * @param words what is to be told beside the template's own words: an incident's number, or what to
 *     run
 */
record ErrorPage(Frame frame, String words) {}
