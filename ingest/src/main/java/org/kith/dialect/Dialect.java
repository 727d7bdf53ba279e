package org.kith.dialect;

import java.util.List;
import java.util.Optional;

/**
 * One survey tool's way of writing an export. To read another tool, add a class and a line to
 * {@link #ALL}, and a golden export to the tests.
 */
public interface Dialect {
  /** Every dialect, asked in this order; the last one takes anything. */
  List<Dialect> ALL = List.of(new Qualtrics(), new LimeSurvey(), new KoboToolbox(), new PlainCsv());

  /** The tool's name in mappings and reports. */
  String tool();

  /** The layout, if the structure of the first rows is this tool's. */
  Optional<Layout> recognise(Head head);

  /** The layout of an export, by the first dialect that recognises it. */
  static Layout of(Head head) {
    return ALL.stream().flatMap(d -> d.recognise(head).stream()).findFirst().orElseThrow();
  }
}
