package org.kith.learning;

import java.io.IOException;
import java.util.List;

/**
 * What holds new snapshots back while people say what they expect of them. Asked at every look, so
 * that it holds from the moment it is set, whoever set it.
 */
@FunctionalInterface
public interface Seal {
  /** Holds nothing back. */
  Seal NONE = List::of;

  /**
   * Ids of the snapshots after which nothing may be read, one for each that asks for it. The
   * earliest of them holds; when there are none, everything may be read.
   */
  List<String> lasts();

  /** The way past a seal. It is given once, to whoever set the seal. */
  interface Beyond {
    /**
     * The snapshot with this id, sealed or not.
     *
     * @throws java.io.FileNotFoundException if there is none
     * @throws IOException if it cannot be read
     */
    View snapshot(String id) throws IOException;

    /** The ids of every snapshot there is, sealed or not, the first published first. */
    List<String> snapshots() throws IOException;
  }
}
