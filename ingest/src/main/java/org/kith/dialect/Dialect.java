package org.kith.dialect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One survey tool's way of writing an export. To read another tool, add a class, a line to {@link
 * Dialects}, and golden exports to the tests.
 */
interface Dialect {
  /** The tool's name in mappings and reports. */
  String tool();

  /** The layout, if the structure of the first rows is this tool's. */
  Optional<Layout> recognise(Head head);

  /**
   * The layout with what the tool writes into another file beside the export.
   *
   * @throws IOException if that cannot be read
   */
  default Layout with(Path export, Head head, Layout layout) throws IOException {
    return layout;
  }
}
