package org.kith.pages;

/**
 * What the author sees after sending the form without scripts.
 *
 * @param receipt what proves that it is kept
 * @param arrived when it arrived, for people
 * @param audience who may read it
 */
record KeptPage(String receipt, String arrived, String audience) {}
