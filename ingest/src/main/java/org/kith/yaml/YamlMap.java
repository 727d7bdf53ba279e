package org.kith.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys of one mapping in a YAML file. Asking for a key checks its type; what is wrong is noted
 * with its line, and a stand-in is given back so that reading goes on. A result built from a
 * stand-in never reaches the caller of {@link YamlText#read}.
 *
 * <p>A value is taken as it is written: {@code name: 2025} and {@code name: no} are text when text
 * is asked for.
 */
public final class YamlMap {
  private final YamlText file;
  private final int line;
  private final int problemsBefore;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  YamlMap(YamlText file, MappingNode node) {
    this.file = file;
    this.line = line(node);
    this.problemsBefore = file.problems();
    for (NodeTuple entry : node.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        file.problem(line(entry.getKeyNode()), "a key must be a word, not a list or a mapping.");
      } else if (values.containsKey(key.getValue())) {
        file.problem(
            line(key),
            quote(key.getValue())
                + " is here twice, first on line "
                + lines.get(key.getValue())
                + "; keep one.");
      } else {
        values.put(key.getValue(), entry.getValueNode());
        lines.put(key.getValue(), line(key));
      }
    }
  }

  /** The line the mapping starts on, 1 for the first of the file. */
  public int line() {
    return line;
  }

  /**
   * Whether nothing has been noted about this mapping, or since it was opened. Comparing one part
   * with another makes sense only then; otherwise it would tell of stand-ins.
   */
  public boolean sound() {
    return file.problems() == problemsBefore;
  }

  /** Whether the key is there with a value. */
  public boolean has(String key) {
    asked.add(key);
    return values.containsKey(key) && !isNull(values.get(key));
  }

  /** Notes that something is wrong with this key: what, and what to do. */
  public void problem(String key, String words) {
    file.problem(lines.getOrDefault(key, line), quote(key) + " " + words);
  }

  /** Text that must be there and say something. */
  public String text(String key) {
    return needed(key).map(n -> text(key, n)).orElse("");
  }

  /** Text that may be left out. */
  public String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /** A whole number that must be there. */
  public int whole(String key) {
    return needed(key).map(n -> whole(key, n, 0)).orElse(0);
  }

  /** A whole number that may be left out. */
  public int whole(String key, int otherwise) {
    return has(key) ? whole(key, values.get(key), otherwise) : otherwise;
  }

  /** A number, or null when it is left out. */
  public Double numberOrNull(String key) {
    return has(key) ? number(key, values.get(key)) : null;
  }

  /** true or false; may be left out. */
  public boolean flag(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    String word = text(key);
    if (!word.equals("true") && !word.equals("false")) {
      problem(key, "must be true or false, not " + quote(word) + ".");
    }
    return word.equals("true");
  }

  /** One of an enum's names in lower case; must be there. */
  public <E extends Enum<E>> E word(String key, Class<E> type) {
    return needed(key).map(n -> word(key, n, type)).orElse(type.getEnumConstants()[0]);
  }

  /** A list of texts; empty when it is left out. */
  public List<String> texts(String key) {
    return nodes(key).stream().map(n -> text(key, n)).toList();
  }

  /** A list of whole numbers; empty when it is left out. */
  public List<Integer> wholes(String key) {
    return nodes(key).stream().map(n -> whole(key, n, 0)).toList();
  }

  /** A list of numbers; empty when it is left out. */
  public List<Double> numbers(String key) {
    return nodes(key).stream().map(n -> number(key, n)).toList();
  }

  /** A list of mappings, each read by the reader; empty when it is left out. */
  public <T> List<T> maps(String key, Function<YamlMap, T> reader) {
    List<T> result = new ArrayList<>();
    for (Node node : nodes(key)) {
      mapping(key, node).flatMap(m -> m.build(reader)).ifPresent(result::add);
    }
    return result;
  }

  /** A mapping inside this one; empty when it is left out or wrong. */
  public <T> Optional<T> map(String key, Function<YamlMap, T> reader) {
    return has(key)
        ? mapping(key, values.get(key)).flatMap(m -> m.build(reader))
        : Optional.empty();
  }

  /** A mapping that must be there; empty only after noting that it is missing or wrong. */
  public <T> Optional<T> neededMap(String key, Function<YamlMap, T> reader) {
    needed(key);
    return map(key, reader);
  }

  /** A table from words of the writer's own to text, as written; empty when it is left out. */
  public Map<String, String> table(String key) {
    return table(key, YamlMap::text);
  }

  /** A table from words of the writer's own to whole numbers; empty when it is left out. */
  public Map<String, Integer> wholeTable(String key) {
    return table(key, YamlMap::whole);
  }

  /** A table from words of the writer's own to an enum's names in lower case. */
  public <E extends Enum<E>> Map<String, E> wordTable(String key, Class<E> type) {
    return table(key, (m, word) -> m.word(word, type));
  }

  /** A table from words of the writer's own to mappings, in the order written. */
  public <T> Map<String, T> mapTable(String key, Function<YamlMap, T> reader) {
    Map<String, Optional<T>> found = table(key, (m, word) -> m.map(word, reader));
    Map<String, T> result = new LinkedHashMap<>();
    found.forEach((word, value) -> value.ifPresent(v -> result.put(word, v)));
    return result;
  }

  private <T> Map<String, T> table(String key, BiFunction<YamlMap, String, T> of) {
    Map<String, T> result = new LinkedHashMap<>();
    if (has(key)) {
      mapping(key, values.get(key))
          .ifPresent(m -> m.values.keySet().forEach(word -> result.put(word, of.apply(m, word))));
    }
    return result;
  }

  /** What the reader makes of this mapping, or empty after noting why it makes nothing. */
  <T> Optional<T> build(Function<YamlMap, T> reader) {
    T result = null;
    try {
      result = reader.apply(this);
    } catch (IllegalArgumentException e) {
      // A constructor that meets a stand-in may refuse it; the cause has been noted already.
      if (sound()) {
        file.problem(line, e.getMessage());
      }
    }
    noteUnknownKeys();
    return sound() ? Optional.ofNullable(result) : Optional.empty();
  }

  private void noteUnknownKeys() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        String near = Nearest.of(key, asked).map(k -> "did you mean " + quote(k) + "? ").orElse("");
        problem(key, "is not known here; " + near + "Known: " + String.join(", ", asked) + ".");
      }
    }
  }

  private Optional<Node> needed(String key) {
    if (has(key)) {
      return Optional.of(values.get(key));
    }
    if (lines.containsKey(key)) {
      problem(key, "has no value; write one after the colon.");
    } else {
      file.problem(line, quote(key) + " is missing; add it.");
    }
    return Optional.empty();
  }

  private List<Node> nodes(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (values.get(key) instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problem(key, "must be a list: [one, another], or one \"- \" on a line for each.");
    return List.of();
  }

  private Optional<YamlMap> mapping(String key, Node node) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(file, mapping));
    }
    file.problem(line(node), quote(key) + " must hold \"key: value\" pairs.");
    return Optional.empty();
  }

  private String text(String key, Node node) {
    if (node instanceof ScalarNode scalar && !isNull(node)) {
      if (scalar.getValue().isBlank()) {
        file.problem(line(node), quote(key) + " is blank; write something, or leave the key out.");
      }
      return scalar.getValue().strip();
    }
    file.problem(line(node), quote(key) + " must be text, not " + kind(node) + ".");
    return "";
  }

  private int whole(String key, Node node, int standIn) {
    if (node instanceof ScalarNode scalar) {
      try {
        return Integer.parseInt(scalar.getValue());
      } catch (NumberFormatException e) {
        file.problem(
            line(node),
            quote(key) + " must be a whole number, not " + quote(scalar.getValue()) + ".");
        return standIn;
      }
    }
    file.problem(line(node), quote(key) + " must be a whole number, not " + kind(node) + ".");
    return standIn;
  }

  private double number(String key, Node node) {
    if (node instanceof ScalarNode scalar && scalar.getValue().matches("[-+]?\\d+(\\.\\d+)?")) {
      return Double.parseDouble(scalar.getValue());
    }
    String found = node instanceof ScalarNode scalar ? quote(scalar.getValue()) : kind(node);
    file.problem(line(node), quote(key) + " must be a number, not " + found + ".");
    return 0;
  }

  private <E extends Enum<E>> E word(String key, Node node, Class<E> type) {
    String word = text(key, node);
    List<String> known =
        Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    if (known.contains(word)) {
      return type.getEnumConstants()[known.indexOf(word)];
    }
    if (!word.isEmpty()) {
      file.problem(
          line(node),
          quote(key)
              + " must be one of "
              + String.join(", ", known)
              + ", not "
              + quote(word)
              + ".");
    }
    return type.getEnumConstants()[0];
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static String kind(Node node) {
    return switch (node.getNodeType()) {
      case MAPPING -> "a mapping";
      case SEQUENCE -> "a list";
      default -> "nothing";
    };
  }

  private static String quote(String text) {
    return "\"" + text + "\"";
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
