package org.kith.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kith.documents.Days;
import org.kith.learning.FigureId;
import org.kith.learning.View;
import org.kith.published.Scope;

/**
 * An account with its figures, as it is set on a page, in a PDF and in a Word file.
 *
 * @param pictures by the position of their question
 * @param said what was said before it was seen, drawn, by the position of the question
 * @param titles what a figure says, by its address and snapshot, where it can be read
 * @param workspace name of the place, or empty
 * @param rules when numbers are hidden, in a sentence, or empty
 */
public record Paper(
    Account account,
    Map<Integer, Picture> pictures,
    Map<Integer, String> said,
    Map<String, String> titles,
    String workspace,
    String rules) {

  /** Said where a figure belongs to an organisation. */
  public static final String OWN =
      "We looked at a figure that is an organisation’s own. Only its own people see it, so it is"
          + " left out here.";

  /** Said where a figure cannot be drawn. */
  public static final String GONE = "The figure we looked at cannot be shown here now.";

  /** What the drawing of heaps shows. */
  public static final String SAID =
      "Chart: what we said before we looked, in heaps, beside what came. The heaps stand below in"
          + " words.";

  /** Notes of one kind, under its heading. */
  public record Notes(String kind, String heading, List<Account.Note> notes) {}

  public Paper {
    pictures = Map.copyOf(pictures);
    said = Map.copyOf(said);
    titles = Map.copyOf(titles);
  }

  /** Draws what an account speaks of. */
  static Paper of(Account account, Reading reading, Pictures pictures) {
    Optional<View> pack = reading.pack(account.snapshot());
    Map<Integer, Picture> drawn = new TreeMap<>();
    Map<Integer, String> said = new TreeMap<>();
    for (Account.Question question : account.questions()) {
      pack.flatMap(v -> draw(v, question.figure(), question.position(), pictures))
          .ifPresent(p -> drawn.put(question.position(), p));
      if (!question.heaps().isEmpty() && !own(question.figure())) {
        pack.flatMap(
                v ->
                    FigureId.parse(question.figure())
                        .flatMap(f -> pictures.said(v, f, question.heaps(), question.position())))
            .ifPresent(p -> said.put(question.position(), p));
      }
    }
    Map<String, String> titles = new HashMap<>();
    for (Account.Decision decision : account.decisions()) {
      for (Account.Seen seen : decision.evidence()) {
        reading
            .pack(seen.snapshot())
            .flatMap(v -> draw(v, seen.figure(), 0, pictures))
            .ifPresent(p -> titles.put(key(seen), p.title()));
      }
    }
    return new Paper(
        account,
        drawn,
        said,
        titles,
        pack.map(v -> v.manifest().workspace()).orElse(""),
        pack.map(v -> v.manifest().disclosure())
            .map(
                r ->
                    "Numbers that fewer than %d people are behind are hidden, and so are voices of fewer than %d people, or %d where people are at work."
                        .formatted(r.people(), r.people(), r.people() + 1))
            .orElse(""));
  }

  private static Optional<Picture> draw(View view, String figure, int number, Pictures pictures) {
    return Optional.ofNullable(figure)
        .flatMap(FigureId::parse)
        .filter(id -> id.scope() != Scope.ORGANISATION)
        .flatMap(id -> pictures.of(view, id, number));
  }

  private static String key(Account.Seen seen) {
    return seen.figure() + " " + seen.snapshot();
  }

  /** The figure of a question, or null. */
  public Picture picture(Account.Question question) {
    return pictures.get(question.position());
  }

  /** What was said before a question's figure was seen, drawn; empty when it is not. */
  public String said(Account.Question question) {
    return said.getOrDefault(question.position(), "");
  }

  /** Why the figure of a question is not there; empty when it is, or it has none. */
  public String instead(Account.Question question) {
    if (question.figure() == null || pictures.containsKey(question.position())) {
      return "";
    }
    return own(question.figure()) ? OWN : GONE;
  }

  private static boolean own(String figure) {
    return FigureId.parse(figure).map(id -> id.scope() == Scope.ORGANISATION).orElse(false);
  }

  /** What a decision was made on, in words. */
  public String seen(Account.Seen seen) {
    String what =
        switch (seen.kind()) {
          case "indicator" ->
              seen.figure() != null && own(seen.figure())
                  ? "A figure that is an organisation’s own, which only its own people see"
                  : stop(titles.getOrDefault(key(seen), "A figure, " + seen.figure()));
          case "theme" -> "A theme in what practitioners wrote";
          case "reflection" -> "A reflection that its author shared with a learning cycle";
          case "file" -> "A file";
          case "link" -> "A page elsewhere, " + seen.address();
          case "judgement" -> "Judgement";
          default -> "A note";
        };
    String where = seen.snapshot() == null ? "" : " (snapshot " + seen.snapshot() + ")";
    return what + where + (seen.words().isBlank() ? "." : ": " + seen.words());
  }

  private static String stop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** What the room wrote down, by kind; each kind in the order written. */
  public static List<Notes> grouped(List<Account.Note> notes) {
    Map<String, List<Account.Note>> by = new LinkedHashMap<>();
    for (String kind : List.of("noticing", "rival", "apart", "dissent", "tell")) {
      by.put(kind, new ArrayList<>());
    }
    notes.forEach(n -> by.get(n.kind()).add(n));
    return by.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(e -> new Notes(e.getKey(), heading(e.getKey()), e.getValue()))
        .toList();
  }

  private static String heading(String kind) {
    return switch (kind) {
      case "noticing" -> "What we noticed";
      case "rival" -> "What else it could be";
      case "apart" -> "What would tell these readings apart";
      case "dissent" -> "Not everybody agreed";
      default -> "What we will tell whom";
    };
  }

  /** A note as one line, with its voice or whom it is told to. */
  public static String line(Account.Note note) {
    return note.whom().isEmpty() ? note.words() : note.whom() + ": " + note.words();
  }

  /** What happened to something said before, in a word. */
  public static String word(Account.Happened happened) {
    String word = happened.happened();
    return word.substring(0, 1).toUpperCase(java.util.Locale.UK) + word.substring(1);
  }

  /** An ISO 8601 day for people. */
  public static String day(String iso) {
    return Days.of(iso);
  }

  /** What stands over the title. */
  public String kicker() {
    List<String> parts = new ArrayList<>();
    if (!account.place().isEmpty()) {
      parts.add(account.place());
    }
    if (!account.period().isEmpty()) {
      parts.add(account.period());
    }
    if (account.met() != null) {
      parts.add("met on " + day(account.met()));
    }
    parts.add(
        account.draft()
            ? "draft, version " + account.version()
            : "published " + day(account.published()));
    return String.join(" · ", parts);
  }
}
