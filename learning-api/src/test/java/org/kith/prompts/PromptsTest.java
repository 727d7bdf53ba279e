package org.kith.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.reflection.Level;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;

class PromptsTest {
  @TempDir Path folder;

  private Prompts with(String yaml) throws IOException {
    Path prompts = Files.createDirectories(new Workspace(folder).prompts());
    Files.writeString(prompts.resolve("ours.yaml"), yaml);
    return Prompts.of(new Workspace(folder));
  }

  private static List<String> prompts(Prompts all, String form) {
    return all.form(form).orElseThrow().prompts().stream().map(Prompt::words).toList();
  }

  private static List<String> taps(Prompts all, String row) {
    return all.row(row).orElseThrow().taps().stream().map(TapRow.Tap::id).toList();
  }

  @Test
  void three_forms_are_shipped_and_the_short_one_comes_first() {
    Prompts shipped = Prompts.shipped();
    assertThat(shipped.forms())
        .extracting(Form::id)
        .containsExactly("short", "gibbs", "after-action");
    assertThat(prompts(shipped, "short"))
        .containsExactly("What happened?", "So what?", "Now what?");
    assertThat(prompts(shipped, "gibbs")).hasSize(6);
    assertThat(prompts(shipped, "after-action")).hasSize(4);
  }

  @Test
  void the_levels_are_the_five_that_are_counted_everywhere() {
    assertThat(taps(Prompts.shipped(), "level"))
        .containsExactlyElementsOf(Arrays.stream(Level.values()).map(Level::id).toList());
    assertThat(taps(Prompts.shipped(), "carried"))
        .containsExactlyInAnyOrder("me", "service", "community", "person");
    assertThat(taps(Prompts.shipped(), "barrier"))
        .containsExactly("rule", "form", "funding", "threshold", "law", "other");
  }

  @Test
  void the_template_does_what_it_says() throws IOException {
    String template;
    try (InputStream in = Prompts.class.getResourceAsStream("template.yaml")) {
      template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Prompts ours = with(template);
    assertThat(prompts(ours, "short"))
        .containsExactly(
            "What happened today?", "So what?", "Now what?", "Who else should hear this?");
    assertThat(prompts(ours, "supervision")).containsExactly("What do I want to bring?");
    assertThat(taps(ours, "barrier")).endsWith("other", "panel");
    assertThat(ours.safeguarding()).contains("01632 960 001");
  }

  @Test
  void a_place_without_files_asks_what_is_shipped() {
    assertThat(Prompts.of(new Workspace(folder))).isEqualTo(Prompts.shipped());
  }

  @Test
  void every_mistake_is_told_with_its_file_line_and_what_to_do() {
    assertThatThrownBy(
            () ->
                with(
                    """
                    forms:
                      - form: ours
                        name: Ours
                        prompts:
                          - {prompt: what, words: What?}
                      - form: Other One
                        name: Other
                    taps:
                      - row: level
                        taps:
                          - {tap: minister, words: me and the minister}
                      - row: mood
                      - row: barrier
                        tapps: []
                    """))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "prompts/ours.yaml, line 5: \"prompt\" is \"what\", which the form short has"
                    + " already; choose another id.",
                "prompts/ours.yaml, line 6: \"prompts\" must hold at least one; a form without"
                    + " questions asks nothing.",
                "prompts/ours.yaml, line 11: \"tap\" is \"minister\", but the row level is the"
                    + " same everywhere, because it is counted together. Change the words of one of"
                    + " its own: practitioner-person, manager-practitioner, leader-manager,"
                    + " commissioner-leader, policy.",
                "prompts/ours.yaml, line 12: \"row\" must be one of level, carried, barrier,"
                    + " feeling.",
                "prompts/ours.yaml, line 14: \"tapps\" is not known here; did you mean \"taps\"?"
                    + " Known: row, words, taps."));
  }

  @Test
  void an_id_is_one_that_addresses_and_tables_can_hold() {
    assertThatThrownBy(
            () -> with("forms:\n  - {form: short, prompts: [{prompt: Who Else, words: Who?}]}\n"))
        .hasMessageContaining("line 2: \"prompt\" is \"Who Else\"; use lower-case letters");
  }
}
