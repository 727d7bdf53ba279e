package org.kith.pages.cycles;

import java.util.List;
import org.kith.pages.Frame;

/**
 * Who takes part in a cycle and who keeps it going.
 *
 * @param keeper name of whoever keeps it going, or empty
 * @param keeps whether the reader does, or could since nobody does
 * @param voices which voices take part, in a sentence
 * @param members by name; only for whoever keeps it going
 * @param others who could be invited, by name
 * @param me id of the reader
 */
public record KeepingPage(
    Frame frame,
    String id,
    String name,
    String keeper,
    boolean keeps,
    String voices,
    List<Member> members,
    List<Pick> others,
    List<Pick> newVoices,
    List<Pick> stewards,
    List<Pick> scales,
    List<Pick> places,
    List<Pick> organisations,
    boolean closed,
    String me,
    String myVoice) {

  /** Somebody who takes part. */
  public record Member(String person, String name, boolean keeper, List<Pick> voices) {}
}
