package org.kith.pages;

/**
 * Asks whether a reflection should really go.
 *
 * @param replies what goes with it, in a sentence, or empty
 */
record WithdrawPage(Frame frame, String id, String day, String begins, String replies) {}
