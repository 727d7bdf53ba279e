package org.kith.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML file while it is read. It is read to its end even when something is wrong, so that all
 * that is wrong can be told at once.
 *
 * <pre>{@code
 * record Place(String id, int people) {}
 * Place place = YamlText.read(file, "place.yaml", m -> new Place(m.text("id"), m.whole("people")));
 * }</pre>
 *
 * <p>The keys that the reader asks for are the keys the file may have: any other is a mistake.
 */
public final class YamlText {
  private record Problem(int line, String words) {}

  private final String name;
  private final List<Problem> problems = new ArrayList<>();

  private YamlText(String name) {
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @param file UTF-8
   * @param name what messages call it, such as {@code instruments/trust.yaml}
   * @param reader builds the result from the file's keys; what its constructors refuse is told with
   *     the line of the mapping they were built from
   * @throws InvalidFileException if the file is missing, is not UTF-8, is not YAML, or the reader
   *     did not get what it asked for; with all that is wrong
   */
  public static <T> T read(Path file, String name, Function<YamlMap, T> reader) {
    return read(text(file, name), name, reader);
  }

  /**
   * The text of a file.
   *
   * @param name what messages call it
   * @throws InvalidFileException if the file is missing or is not UTF-8
   */
  public static String text(Path file, String name) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InvalidFileException(List.of(name + ": there is no such file; looked for " + file));
    } catch (CharacterCodingException e) {
      throw new InvalidFileException(
          List.of(name + ": not all of it is UTF-8; save it again with the encoding UTF-8."));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " could not be read: " + e.getMessage(), e);
    }
  }

  /** Reads YAML that is already text; otherwise like {@link #read(Path, String, Function)}. */
  public static <T> T read(String yaml, String name, Function<YamlMap, T> reader) {
    YamlText text = new YamlText(name);
    Optional<T> result = text.root(yaml).flatMap(root -> root.build(reader));
    text.throwIfWrong();
    return result.orElseThrow();
  }

  private Optional<YamlMap> root(String yaml) {
    String withoutBom = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(true).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(withoutBom);
      if (root.isEmpty()) {
        problem(1, "the file is empty; write its keys, one \"key: value\" on a line.");
      } else if (root.get() instanceof MappingNode mapping) {
        return Optional.of(new YamlMap(this, mapping));
      } else {
        problem(1, "the file must hold keys, one \"key: value\" on a line.");
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      problem(
          line,
          "this is not valid YAML: " + e.getProblem() + advice(e.getProblem(), withoutBom, line));
    } catch (YamlEngineException e) {
      problem(1, "this is not valid YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static String advice(String problem, String yaml, int line) {
    String at = yaml.lines().skip(line - 1L).findFirst().orElse("");
    if (at.contains("\t")) {
      return "; indent with spaces, not with tabs.";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "; put words that hold a colon in \"quotation marks\".";
    }
    return "; check the indent, quotation marks and brackets here and on the line before.";
  }

  void problem(int line, String words) {
    problems.add(new Problem(line, words));
  }

  int problems() {
    return problems.size();
  }

  private void throwIfWrong() {
    if (!problems.isEmpty()) {
      throw new InvalidFileException(
          problems.stream()
              .sorted(Comparator.comparingInt(Problem::line))
              .map(p -> name + ", line " + p.line() + ": " + p.words())
              .distinct()
              .toList());
    }
  }
}
