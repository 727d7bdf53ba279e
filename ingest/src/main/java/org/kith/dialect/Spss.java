package org.kith.dialect;

import java.util.Optional;

/**
 * An SPSS data file, which declares its columns itself: their labels, what their values mean and
 * which are missing. Names of variables are the headings. SPSS knows nothing of partial responses:
 * every row counts as submitted.
 */
final class Spss implements Dialect {
  @Override
  public String tool() {
    return "spss";
  }

  @Override
  public Optional<Layout> recognise(Head head) {
    return head.declared().isEmpty()
        ? Optional.empty()
        : Optional.of(new Layout(tool(), head.declared(), 1));
  }
}
