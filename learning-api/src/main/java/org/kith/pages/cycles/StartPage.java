package org.kith.pages.cycles;

import java.util.List;
import org.kith.pages.Frame;

/**
 * Starting a cycle.
 *
 * @param id made for it, so that sending twice starts it once
 * @param looked whether what others learned was asked for
 * @param similar what cycles about something like it learned
 */
public record StartPage(
    Frame frame,
    String id,
    String name,
    String purpose,
    List<Pick> scales,
    List<Pick> places,
    List<Pick> organisations,
    List<Pick> voices,
    boolean looked,
    List<Similar.Learned> similar) {}
