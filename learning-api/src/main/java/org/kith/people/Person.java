package org.kith.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Someone who takes part.
 *
 * @param organisation id of the organisation they belong to, or null for someone of none
 * @param position what they are there, in their own words, or empty
 * @param teams ids of their teams, by name
 * @param cycles ids of the learning cycles they take part in, by name
 */
public record Person(
    String id,
    String name,
    String organisation,
    String position,
    Set<Role> roles,
    List<Group> teams,
    List<Group> cycles) {

  /**
   * A team or a learning cycle.
   *
   * @param members how many people are in it
   */
  public record Group(String id, String name, int members) {}

  public Person {
    roles = Set.copyOf(roles);
    teams = List.copyOf(teams);
    cycles = List.copyOf(cycles);
  }

  /** The organisation, if there is one. */
  public Optional<String> own() {
    return Optional.ofNullable(organisation);
  }

  /** Whether they are in this team. */
  public boolean inTeam(String team) {
    return teams.stream().anyMatch(g -> g.id().equals(team));
  }

  /** Whether they take part in this cycle. */
  public boolean inCycle(String cycle) {
    return cycles.stream().anyMatch(g -> g.id().equals(cycle));
  }
}
