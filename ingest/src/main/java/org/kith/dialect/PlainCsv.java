package org.kith.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Any table with one row of headings, of text or in a workbook. What its columns are, only a
 * mapping can say.
 */
final class PlainCsv implements Dialect {
  @Override
  public String tool() {
    return "csv";
  }

  @Override
  public Optional<Layout> recognise(Head head) {
    List<Heading> headings = new ArrayList<>();
    for (String name : head.first()) {
      headings.add(Heading.alone(headings.size(), name, Heading.Role.QUESTION));
    }
    return Optional.of(new Layout(tool(), headings, 1));
  }
}
