package org.kith.pages;

/**
 * One person, for stewards.
 *
 * @param signInName what they type to sign in, or empty before they are invited
 * @param signsIn whether they have signed in before
 * @param left whether they have left
 * @param given what they have, and what they can be given
 * @param problem what could not be done, or empty
 * @param link to hand to them, shown this once; or empty
 */
record PersonPage(
    Frame frame,
    String id,
    String name,
    String signInName,
    boolean signsIn,
    boolean left,
    PeoplePage.Given given,
    String problem,
    String link) {}
