package org.kith.prompts;

import java.util.List;
import java.util.Optional;
import org.kith.workspace.Workspace;

/**
 * Everything the page "Write" asks and offers to tap, themes aside.
 *
 * @param forms the first is shown first
 * @param taps the rows, in their order
 * @param safeguarding what to do instead when someone is at risk
 */
public record Prompts(List<Form> forms, List<TapRow> taps, String safeguarding) {
  private static final String SAFEGUARDING =
      "Someone at risk? Use your safeguarding line, not this page.";

  public Prompts {
    forms = List.copyOf(forms);
    taps = List.copyOf(taps);
  }

  /** What is shipped. */
  public static Prompts shipped() {
    return PromptsFiles.shipped(SAFEGUARDING);
  }

  /**
   * What is shipped, with a place's own words and additions.
   *
   * @throws org.kith.yaml.InvalidFileException with all that is wrong with one of its files
   */
  public static Prompts of(Workspace workspace) {
    return PromptsFiles.with(shipped(), workspace.prompts());
  }

  /** The form with this id. */
  public Optional<Form> form(String id) {
    return forms.stream().filter(f -> f.id().equals(id)).findFirst();
  }

  /** The row with this id. */
  public Optional<TapRow> row(String id) {
    return taps.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  static void checkId(String what, String id) {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,79}")) {
      throw new IllegalArgumentException(
          "\"%s\" is \"%s\"; use lower-case letters, digits and -.".formatted(what, id));
    }
  }
}
