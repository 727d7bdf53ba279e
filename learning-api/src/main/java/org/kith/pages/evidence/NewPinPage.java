package org.kith.pages.evidence;

import java.util.List;
import org.kith.evidence.Pin;
import org.kith.pages.Frame;
import org.kith.people.Person;

/**
 * Before a figure or a theme is looked at in a cycle: which cycle, and why.
 *
 * @param id made for what will be sent
 * @param title what it shows
 * @param thumbnail its drawing
 * @param asked what was asked, of whom and when, or empty
 * @param made when its snapshot was made, for people
 * @param cycles the reader's own
 */
public record NewPinPage(
    Frame frame,
    String id,
    Pin.Kind kind,
    String figure,
    String snapshot,
    String title,
    String thumbnail,
    String asked,
    String made,
    List<Person.Group> cycles) {}
