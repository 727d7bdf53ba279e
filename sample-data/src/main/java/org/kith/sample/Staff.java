package org.kith.sample;

import java.util.List;

/**
 * Somebody invented who writes, reads, or looks after who takes part.
 *
 * @param organisation id, or null for someone of none
 * @param position what they are there: practitioner, peer, volunteer, manager, leader and so on
 * @param roles in Kith
 * @param team id of their team, or null
 */
record Staff(
    String id, String name, String organisation, String position, List<String> roles, String team) {

  boolean is(String position) {
    return this.position.equals(position);
  }
}
