package org.kith.published;

/** A place taking part. Rows are in the order of {@code organisations.csv}, never by a value. */
public record PlaceRow(String place, String name) {}
