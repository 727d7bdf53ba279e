package org.kith.pages;

/**
 * Where people sign in.
 *
 * @param next where they wanted to go, an address of this server
 * @param name what they typed before, or empty
 * @param problem what went wrong, or empty
 * @param shown whether the passphrase can be read while it is typed
 * @param council whether the council's own sign-in is offered
 */
record SignInPage(
    Frame frame, String next, String name, String problem, boolean shown, boolean council) {}
