package org.kith.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.yaml.YamlMap;
import org.kith.yaml.YamlText;

/** Reads prompts: a known id changes words, a new one is added at the end. */
final class PromptsFiles {
  private PromptsFiles() {}

  static Prompts shipped(String safeguarding) {
    try (InputStream in = PromptsFiles.class.getResourceAsStream("shipped.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Prompts nothing =
          new Prompts(
              List.of(),
              TapRow.ROWS.stream()
                  .map(row -> new TapRow(row, "", row.equals(TapRow.FEELING), List.of()))
                  .toList(),
              safeguarding);
      return YamlText.read(yaml, "shipped.yaml", m -> new Reading(nothing, true).of(m));
    } catch (IOException e) {
      throw new UncheckedIOException("The shipped prompts cannot be read.", e);
    }
  }

  /** The same with every file of a folder, in the order of their names; it need not exist. */
  static Prompts with(Prompts before, Path folder) {
    if (!Files.isDirectory(folder)) {
      return before;
    }
    Prompts result = before;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Prompts sofar = result;
        result =
            YamlText.read(
                file, "prompts/" + file.getFileName(), m -> new Reading(sofar, false).of(m));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder prompts cannot be listed.", e);
    }
    return result;
  }

  /** One file while it is read. */
  private static final class Reading {
    private final boolean shipped;
    private final List<Form> forms;
    private final List<TapRow> rows;
    private final String safeguarding;

    Reading(Prompts before, boolean shipped) {
      this.shipped = shipped;
      this.forms = new ArrayList<>(before.forms());
      this.rows = new ArrayList<>(before.taps());
      this.safeguarding = before.safeguarding();
    }

    Prompts of(YamlMap m) {
      m.maps("forms", this::form);
      m.maps("taps", this::row);
      return new Prompts(forms, rows, m.text("safeguarding", safeguarding));
    }

    private Form form(YamlMap m) {
      String id = m.text("form");
      Optional<Form> known = forms.stream().filter(f -> f.id().equals(id)).findFirst();
      List<Prompt> prompts = new ArrayList<>(known.map(Form::prompts).orElse(List.of()));
      String name = known.isPresent() ? m.text("name", known.get().name()) : m.text("name");
      m.maps("prompts", p -> prompt(p, id, prompts));
      if (m.sound() && prompts.isEmpty()) {
        m.problem("prompts", "must hold at least one; a form without questions asks nothing.");
      }
      if (!m.sound()) {
        return null;
      }
      Form form = new Form(id, name, prompts);
      replace(forms, known, form);
      return form;
    }

    private Prompt prompt(YamlMap m, String form, List<Prompt> prompts) {
      String id = m.text("prompt");
      Optional<Prompt> known = prompts.stream().filter(p -> p.id().equals(id)).findFirst();
      String words = m.text("words");
      String hint = m.text("hint", known.map(Prompt::hint).orElse(""));
      forms.stream()
          .filter(f -> !f.id().equals(form))
          .filter(f -> f.prompts().stream().anyMatch(p -> p.id().equals(id)))
          .forEach(
              f ->
                  m.problem(
                      "prompt",
                      "is \"%s\", which the form %s has already; choose another id."
                          .formatted(id, f.id())));
      if (!m.sound()) {
        return null;
      }
      Prompt prompt = new Prompt(id, words, hint);
      replace(prompts, known, prompt);
      return prompt;
    }

    private TapRow row(YamlMap m) {
      String id = m.text("row");
      Optional<TapRow> known = rows.stream().filter(r -> r.id().equals(id)).findFirst();
      if (m.sound() && known.isEmpty()) {
        m.problem("row", "must be one of " + String.join(", ", TapRow.ROWS) + ".");
      }
      List<TapRow.Tap> taps = new ArrayList<>(known.map(TapRow::taps).orElse(List.of()));
      String words = m.text("words", known.map(TapRow::words).orElse(""));
      boolean open = shipped || TapRow.OPEN.contains(id);
      m.maps("taps", t -> tap(t, id, open, taps));
      if (!m.sound()) {
        return null;
      }
      TapRow row = new TapRow(id, words, known.orElseThrow().one(), taps);
      replace(rows, known, row);
      return row;
    }

    private static TapRow.Tap tap(YamlMap m, String row, boolean open, List<TapRow.Tap> taps) {
      String id = m.text("tap");
      Optional<TapRow.Tap> known = taps.stream().filter(t -> t.id().equals(id)).findFirst();
      String words = m.text("words");
      if (m.sound() && !open && known.isEmpty()) {
        m.problem(
            "tap",
            ("is \"%s\", but the row %s is the same everywhere, because it is counted together."
                    + " Change the words of one of its own: %s.")
                .formatted(id, row, String.join(", ", taps.stream().map(TapRow.Tap::id).toList())));
      }
      if (!m.sound()) {
        return null;
      }
      TapRow.Tap tap = new TapRow.Tap(id, words);
      replace(taps, known, tap);
      return tap;
    }

    private static <T> void replace(List<T> all, Optional<T> known, T now) {
      if (known.isPresent()) {
        all.set(all.indexOf(known.get()), now);
      } else {
        all.add(now);
      }
    }
  }
}
