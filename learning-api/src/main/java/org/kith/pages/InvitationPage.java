package org.kith.pages;

/**
 * Where somebody who was invited sets a passphrase.
 *
 * @param token of the link they came by
 * @param name what they are called
 * @param signInName what they will type to sign in
 * @param problem what was wrong with the passphrase, or empty
 * @param shown whether the passphrase can be read while it is typed
 * @param council whether the council's own sign-in is offered
 */
record InvitationPage(
    Frame frame,
    String token,
    String name,
    String signInName,
    String problem,
    boolean shown,
    boolean council) {}
