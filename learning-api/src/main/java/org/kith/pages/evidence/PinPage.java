package org.kith.pages.evidence;

import java.util.List;
import org.kith.evidence.Pin;
import org.kith.evidence.Pinning;
import org.kith.pages.Figure;
import org.kith.pages.Frame;

/**
 * One thing that is looked at, as it was.
 *
 * @param name of the cycle
 * @param title what it shows
 * @param card the same in the size of a stamp
 * @param asked what was asked, of whom and when, or empty
 * @param figure drawn from its own snapshot, or null
 * @param check whether it still is what it was, or null for what is not from a snapshot
 * @param said what was written in a reflection; empty where it cannot be read
 * @param decisions of the cycle, to rest on it
 * @param resting decisions that do
 */
public record PinPage(
    Frame frame,
    String cycle,
    String name,
    Pin pin,
    String title,
    PinCard card,
    String asked,
    Figure figure,
    CheckWords check,
    List<String> said,
    List<Pinning.Named> decisions,
    List<Pinning.Named> resting) {}
