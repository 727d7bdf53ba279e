package org.kith.pages.residents;

import java.util.List;
import org.kith.pages.Frame;

/**
 * Who may use what one shares of one's reflections.
 *
 * @param done what was just done, or empty
 * @param problem what was wrong with what was sent, or empty
 * @param uses what holds now, and what can be chosen
 * @param history all that was said, in words, the latest first
 */
public record SharingPage(
    Frame frame, String done, String problem, List<UseChoice> uses, List<String> history) {}
