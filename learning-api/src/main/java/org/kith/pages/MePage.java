package org.kith.pages;

import java.util.List;

/**
 * Who somebody is here.
 *
 * @param name what they are called
 * @param signInName what they type to sign in, or empty
 * @param organisation name of their organisation, or empty
 * @param roles what they may do, in plain words
 * @param teams names of their teams
 * @param cycles names of their learning cycles
 * @param passphrase whether they have one
 * @param problem what was wrong with a change, or empty
 * @param done what was done, or empty
 */
record MePage(
    Frame frame,
    String name,
    String signInName,
    String organisation,
    List<String> roles,
    List<String> teams,
    List<String> cycles,
    boolean passphrase,
    String problem,
    String done) {}
