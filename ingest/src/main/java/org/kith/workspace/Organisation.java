package org.kith.workspace;

/**
 * An organisation taking part: one line of {@code organisations.csv} ({@code
 * organisation,name,place,place_name}).
 */
public record Organisation(String id, String name, String place, String placeName) {}
