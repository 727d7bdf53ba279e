package org.kith.reflection;

/**
 * A team in the protected lake, so that quiet weeks can be told from weeks without a team.
 *
 * @param team its pseudonym
 * @param organisation id of its organisation
 * @param members how many people are in it
 * @param since ISO 8601 day it began
 */
public record SharedTeam(String team, String organisation, int members, String since) {}
