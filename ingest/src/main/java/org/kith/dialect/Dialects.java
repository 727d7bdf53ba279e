package org.kith.dialect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The survey tools whose exports are known. */
public final class Dialects {
  /** Asked in this order; the last one takes anything. */
  private static final List<Dialect> ALL =
      List.of(
          new Spss(),
          new Qualtrics(),
          new SurveyMonkey(),
          new LimeSurvey(),
          new KoboToolbox(),
          new OdkCentral(),
          new Redcap(),
          new MicrosoftForms(),
          new GoogleForms(),
          new PlainCsv());

  private Dialects() {}

  /** The tools' names in mappings, in alphabetical order. */
  public static List<String> tools() {
    return ALL.stream().map(Dialect::tool).sorted().toList();
  }

  /** The layout of an export, by the first dialect that recognises it. */
  static Layout layout(Head head, Path export) throws IOException {
    for (Dialect dialect : ALL) {
      Optional<Layout> layout = dialect.recognise(head);
      if (layout.isPresent()) {
        Layout found = dialect.with(export, head, layout.get());
        head.notes().forEach(found::note);
        return found;
      }
    }
    throw new IllegalStateException("The last dialect takes anything.");
  }
}
