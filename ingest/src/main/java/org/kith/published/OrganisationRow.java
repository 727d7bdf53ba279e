package org.kith.published;

/** An organisation taking part, and the place it works in; alphabetical by name. */
public record OrganisationRow(String organisation, String name, String place) {}
