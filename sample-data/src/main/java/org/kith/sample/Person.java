package org.kith.sample;

import java.util.Map;

/**
 * Someone who was asked. The identifying parts are invented and must never leave the exports.
 *
 * @param site whose people they are among
 * @param token what the organisation knows them by
 * @param firstName invented
 * @param lastName invented
 * @param email in a domain kept for examples
 * @param address network address, from the ranges kept for documentation
 * @param born year of birth, or 0 where they did not say
 * @param home index of their home, 3 for something else
 * @param language index of their language, or −1 where they did not say
 * @param general standard normal; what all their answers lean on
 * @param traits standard normal, by {@link Question.Trait}
 * @param misreads whether they would miss the "not" of the reversed item
 */
record Person(
    Site site,
    String token,
    String firstName,
    String lastName,
    String email,
    String address,
    int born,
    int home,
    int language,
    double general,
    Map<Question.Trait, Double> traits,
    boolean misreads) {

  /** Position of {@code home} for people whose home is none of those listed. */
  static final int OTHER_HOME = 3;

  String name() {
    return firstName + " " + lastName;
  }

  /** Age in a year, or 0 where they did not say. */
  int age(int year) {
    return born == 0 ? 0 : year - born;
  }
}
