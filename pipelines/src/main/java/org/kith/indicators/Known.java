package org.kith.indicators;

import java.util.List;
import java.util.Map;
import org.kith.workspace.Asked;
import org.kith.workspace.Event;
import org.kith.workspace.Margin;
import org.kith.workspace.Settings;

/**
 * What is known beside the answers.
 *
 * @param dimensions the known groups of {@code kith.yaml}
 * @param margins who lives in the places; may be empty
 * @param events what happened; may be empty
 * @param asked how many people were asked; may be empty
 * @param tools the survey tool behind each export, by the export's name; may be empty
 */
public record Known(
    List<Settings.Group> dimensions,
    List<Margin> margins,
    List<Event> events,
    List<Asked> asked,
    Map<String, String> tools) {
  /** Nothing. */
  public static final Known NOTHING =
      new Known(List.of(), List.of(), List.of(), List.of(), Map.of());
}
