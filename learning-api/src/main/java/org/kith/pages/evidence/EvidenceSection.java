package org.kith.pages.evidence;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.kith.access.Visitor;
import org.kith.evidence.Seen;
import org.kith.learning.Library;

/**
 * "What are we looking at?" on a cycle's page.
 *
 * @param cycle id
 * @param cards the latest first
 * @param more whether there is more than stands here
 * @param opened ids of others' reflections whose words stand here: before the page is sent, it has
 *     to be recorded that they were opened ({@code Reading.excerpts(me, Set.of(), opened)})
 */
public record EvidenceSection(
    String cycle, List<PinCard> cards, boolean more, Set<String> opened) {
  private static final int ON_THE_PAGE = 8;

  /** The section of a cycle, as somebody who takes part sees it. */
  public static EvidenceSection of(Handle h, Library library, String cycle, Visitor visitor) {
    List<Seen> all =
        Seen.of(h, cycle, visitor.me().id()).stream().filter(Seen::onThePage).toList();
    List<Seen> shown = all.stream().limit(ON_THE_PAGE).toList();
    return new EvidenceSection(
        cycle,
        shown.stream().map(s -> PinCard.of(library, s, visitor.me())).toList(),
        all.size() > shown.size(),
        Seen.opened(shown));
  }
}
