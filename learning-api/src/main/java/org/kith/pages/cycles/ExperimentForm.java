package org.kith.pages.cycles;

import java.util.List;
import org.kith.pages.Frame;

/**
 * An experiment's card to fill in: only a title, a type and a first day are needed.
 *
 * @param experiment id; of a new one, made for it
 * @param fresh whether it is a new one
 * @param types a hunch or a probe
 * @param questions the learning questions it can be about
 */
public record ExperimentForm(
    Frame frame,
    String id,
    String name,
    String experiment,
    boolean fresh,
    int version,
    String title,
    List<Pick> types,
    List<Pick> questions,
    String hunch,
    String expect,
    String surprise,
    String harms,
    String holder,
    String starts,
    String look) {

  /** Where the form goes. */
  public String action() {
    return "/cycles/" + id + "/experiments" + (fresh ? "" : "/" + experiment + "/edit");
  }
}
