package org.kith.pages.cycles;

/** One entry of a list to choose from. */
public record Pick(String value, String words, boolean chosen) {}
