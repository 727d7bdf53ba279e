package org.kith.pages.evidence;

import java.io.IOException;
import org.jdbi.v3.core.Handle;
import org.kith.access.Visitor;
import org.kith.learning.Library;

/** "What are we looking at?" on a cycle's page. */
public record EvidenceSection(String cycle) {
  /** The section of a cycle, as somebody who takes part sees it. */
  public static EvidenceSection of(Handle h, Library library, String cycle, Visitor visitor)
      throws IOException {
    return new EvidenceSection(cycle);
  }
}
