package org.kith.instrument;

import static org.kith.instrument.Scoring.Method.MEAN_OF_SCORE_MAP;
import static org.kith.instrument.Scoring.Method.PERCENT_IN_CODES;
import static org.kith.instrument.Scoring.Method.THEME_PERCENT_POSITIVE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kith.instrument.Scoring.Method;
import org.kith.yaml.InvalidFileException;
import org.kith.yaml.YamlMap;
import org.kith.yaml.YamlText;

/**
 * One instrument as YAML; {@code template.yaml} beside this class explains every key.
 *
 * <p>Beyond types, a file is refused when its parts contradict each other: a range that the answers
 * cannot give, a proportion without counted answers, a missing code that is also an answer.
 */
final class InstrumentFile {
  private static final Scoring STAND_IN = new Scoring(PERCENT_IN_CODES, 1, 0, 100, "");

  private final Set<String> constructs;

  private InstrumentFile(Set<String> constructs) {
    this.constructs = constructs;
  }

  /**
   * Reads an instrument.
   *
   * @param name what messages call the file
   * @param constructs ids of the constructs there are
   * @throws InvalidFileException with all that is wrong
   */
  static Instrument read(String yaml, String name, Set<String> constructs) {
    return YamlText.read(yaml, name, new InstrumentFile(constructs)::instrument);
  }

  private Instrument instrument(YamlMap m) {
    Optional<Scoring> scoring = m.neededMap("scoring", InstrumentFile::scoring);
    List<Answer> answers = m.maps("answers", InstrumentFile::answer);
    Map<Integer, Missing> missing = missing(m);
    Instrument instrument =
        new Instrument(
            m.text("id"),
            m.text("name"),
            construct(m),
            m.text("licence"),
            m.text("attribution", ""),
            m.text("source"),
            m.text("wording_evidence"),
            m.text("notes", ""),
            scoring.orElse(STAND_IN),
            m.maps("items", i -> item(i, scoring.map(Scoring::method), answers, missing)));
    if (m.sound()) {
      checkScoring(m, instrument);
    }
    return instrument;
  }

  private String construct(YamlMap m) {
    String construct = m.text("construct");
    if (!construct.isEmpty() && !constructs.contains(construct)) {
      m.problem(
          "construct",
          "is '%s', which is not known. Known: %s. Add your own in instruments/constructs.yaml."
              .formatted(construct, String.join(", ", new TreeSet<>(constructs))));
    }
    return construct;
  }

  private static Scoring scoring(YamlMap m) {
    Method method = m.word("method", Method.class);
    int minAnswered = m.whole("min_answered", 1);
    List<Double> range = m.numbers("range");
    String higherIs = m.text("higher_is");
    if (range.size() != 2) {
      m.problem("range", "must be the lowest and the highest figure, such as [0, 100].");
      return STAND_IN;
    }
    return new Scoring(method, minAnswered, range.get(0), range.get(1), higherIs);
  }

  private static Answer answer(YamlMap m) {
    String label = m.text("label");
    return new Answer(m.whole("code"), label, m.text("brief", label), m.numberOrNull("score"));
  }

  private static Map<Integer, Missing> missing(YamlMap m) {
    Map<Integer, Missing> missing = new TreeMap<>();
    m.wordTable("missing", Missing.class)
        .forEach(
            (code, kind) -> {
              if (code.matches("-?\\d{1,9}")) {
                missing.put(Integer.valueOf(code), kind);
              } else {
                m.problem(
                    "missing",
                    "has the code '"
                        + code
                        + "', which is not a whole number. Words an export uses for a missing"
                        + " answer belong in its mapping.");
              }
            });
    return missing;
  }

  private static Item item(
      YamlMap m,
      Optional<Method> method,
      List<Answer> shared,
      Map<Integer, Missing> sharedMissing) {
    List<Answer> own = m.maps("answers", InstrumentFile::answer);
    Item item =
        new Item(
            m.text("id"),
            m.text("wording"),
            own.isEmpty() ? shared : own,
            m.flag("reversed", false),
            m.has("missing") ? missing(m) : sharedMissing,
            Set.copyOf(m.wholes("excluded")),
            Set.copyOf(m.wholes("counted")),
            m.text("counted_as", ""));
    if (m.sound()) {
      checkCodes(m, item);
      method.ifPresent(by -> checkMethod(m, item, by));
    }
    return item;
  }

  private static void checkCodes(YamlMap m, Item item) {
    if (item.counted().isEmpty() != item.countedAs().isEmpty()) {
      m.problem(
          "counted_as",
          "and \"counted\" go together: it says what the people counted did, to follow \"about 3"
              + " in 10\", such as: said many people here can be trusted.");
    }
    for (int code : item.counted()) {
      if (item.excluded().contains(code)) {
        m.problem("excluded", "names answer " + code + ", which is counted; it cannot be both.");
      }
    }
    for (int code : item.missing().keySet()) {
      if (item.answer(code).isPresent()) {
        m.problem("missing", "names code " + code + ", which is an answer; it cannot be both.");
      }
    }
    if (item.answers().stream().map(Answer::label).distinct().count() < item.answers().size()) {
      m.problem("answers", "use a label twice; an export with labels could not tell them apart.");
    }
  }

  private static void checkMethod(YamlMap m, Item item, Method method) {
    boolean counts = method == PERCENT_IN_CODES || method == THEME_PERCENT_POSITIVE;
    if (counts && item.counted().isEmpty()) {
      m.problem("counted", "must name the answers that are counted: that is how this is scored.");
    }
    boolean scored = item.answers().stream().anyMatch(a -> a.score() != null);
    boolean unscored =
        item.answers().stream().anyMatch(a -> a.score() == null && item.valid(a.code()));
    if (method == MEAN_OF_SCORE_MAP && unscored) {
      m.problem("answers", "need a score each, because the scoring is mean_of_score_map.");
    }
    if (method != MEAN_OF_SCORE_MAP && scored) {
      m.problem("answers", "have scores, which only the scoring mean_of_score_map uses.");
    }
  }

  private static void checkScoring(YamlMap m, Instrument instrument) {
    Scoring scoring = instrument.scoring();
    int items = instrument.items().size();
    if (scoring.minAnswered() > items) {
      m.problem(
          "scoring",
          "asks for min_answered %d, but there are only %d items."
              .formatted(scoring.minAnswered(), items));
    }
    if (scoring.method() == Method.SUM && scoring.minAnswered() < items) {
      m.problem(
          "scoring",
          "is a sum, which needs every item: write min_answered %d, or use a mean."
              .formatted(items));
    }
    Span possible = Span.of(instrument);
    if (possible.low() != scoring.min() || possible.high() != scoring.max()) {
      m.problem(
          "scoring",
          "has the range %s, but the answers can give %s."
              .formatted(new Span(scoring.min(), scoring.max()), possible));
    }
  }

  /** The lowest and the highest figure that answers can give. */
  private record Span(double low, double high) {
    static Span of(Instrument instrument) {
      List<Span> items = instrument.items().stream().map(i -> of(i, instrument)).toList();
      return switch (instrument.scoring().method()) {
        case PERCENT_IN_CODES, THEME_PERCENT_POSITIVE -> new Span(0, 100);
        case SUM ->
            new Span(
                items.stream().mapToDouble(Span::low).sum(),
                items.stream().mapToDouble(Span::high).sum());
        case MEAN, MEAN_PER_ITEM, MEAN_OF_SCORE_MAP ->
            new Span(
                items.stream().mapToDouble(Span::low).min().orElseThrow(),
                items.stream().mapToDouble(Span::high).max().orElseThrow());
      };
    }

    private static Span of(Item item, Instrument instrument) {
      boolean byScore = instrument.scoring().method() == MEAN_OF_SCORE_MAP;
      double[] values =
          item.answers().stream()
              .filter(a -> item.valid(a.code()))
              .mapToDouble(a -> byScore && a.score() != null ? a.score() : a.code())
              .sorted()
              .toArray();
      return values.length == 0 ? new Span(0, 0) : new Span(values[0], values[values.length - 1]);
    }

    @Override
    public String toString() {
      return "%s to %s".formatted(plain(low), plain(high));
    }

    private static String plain(double value) {
      return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
  }
}
