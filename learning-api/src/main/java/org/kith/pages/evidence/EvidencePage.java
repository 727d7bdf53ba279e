package org.kith.pages.evidence;

import java.util.List;
import org.kith.evidence.Pinning;
import org.kith.pages.Frame;

/**
 * Everything a cycle looks at, and where more is added.
 *
 * @param name of the cycle
 * @param cards on the page, the latest first
 * @param off taken off the page, the latest first
 * @param reflections to choose from: id, and how each begins
 * @param chosen whether the first of them was chosen where it is read
 * @param ids new ids, one for each form
 */
public record EvidencePage(
    Frame frame,
    String cycle,
    String name,
    List<PinCard> cards,
    List<PinCard> off,
    List<Pinning.Named> reflections,
    boolean chosen,
    List<Pinning.Named> experiments,
    List<String> ids) {}
