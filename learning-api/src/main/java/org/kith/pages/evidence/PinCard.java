package org.kith.pages.evidence;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.kith.charts.Thumbnail;
import org.kith.evidence.Pin;
import org.kith.evidence.Pinning;
import org.kith.evidence.Said;
import org.kith.evidence.Seen;
import org.kith.learning.FigureId;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.pages.Figure;
import org.kith.pages.FigureFor;
import org.kith.pages.Frame;
import org.kith.people.Person;
import org.kith.published.Manifest;

/**
 * One thing that is looked at, in the size of a stamp.
 *
 * @param thumbnail a drawing, or empty
 * @param quotation words in the place of a drawing, or empty
 * @param spoken whether the words were said by somebody, so that they stand in quotation marks
 * @param title what it shows, in a sentence or two words
 * @param why why it is looked at, or empty
 * @param fine where it comes from and when
 * @param href the page that shows it as it was
 * @param more the words of the link there
 * @param address where a link leads, or empty
 * @param host the place a link leads to, or empty
 * @param off whether it was taken off the page
 */
public record PinCard(
    String id,
    String thumbnail,
    String quotation,
    boolean spoken,
    String title,
    String why,
    String fine,
    String href,
    String more,
    String address,
    String host,
    boolean off) {
  private static final int LONGEST = 180;

  /** A pin as somebody in its cycle sees it. */
  static PinCard of(Library library, Seen seen, Person me) {
    Pin pin = seen.pin();
    String thumbnail = "";
    String quotation = "";
    String title = pin.kind().words() + ".";
    String why = pin.words();
    String more = "";
    String fine = "Pinned by " + by(seen) + ", " + day(pin.at()) + ".";
    switch (pin.kind()) {
      case INDICATOR, THEME -> {
        Optional<View> view =
            pin.drawnFor(me) ? Pinning.view(library, pin) : Optional.empty();
        thumbnail = view.map(v -> Thumbnails.of(v, pin)).orElse("");
        title = title(view, pin, me);
        fine =
            "Snapshot "
                + pin.snapshot()
                + view.map(v -> ", " + made(v.manifest())).orElse("")
                + ".";
        more = view.isPresent() ? "See it as it was" : "What is known of it";
      }
      case REFLECTION -> {
        Said said = seen.said();
        quotation = said.readable() ? begins(said.answers().get(0)) : "";
        title = reflection(said.state());
        fine =
            said.state() == Said.State.TAKEN_BACK ? fine : "Its author can still take it back.";
        more = said.readable() ? "Read it" : "";
      }
      case NOTE -> {
        quotation = begins(pin.words());
        why = "";
        fine = "Written down by " + by(seen) + ", " + day(pin.at()) + ".";
        more = "Read it";
      }
      case JUDGEMENT -> {
        quotation = begins(pin.words());
        why = "No number stands behind it.";
        fine = "Written down by " + by(seen) + ", " + day(pin.at()) + ".";
        more = "What rests on it";
      }
      case LINK -> title = "A link.";
      case FILE -> {
        title = pin.file() + ".";
        String ending = pin.file().substring(pin.file().lastIndexOf('.') + 1);
        thumbnail = Thumbnail.sheet(ending.toUpperCase(Locale.ROOT), "pin-" + pin.id());
        more = "Get it";
      }
    }
    return new PinCard(
        pin.id(),
        thumbnail,
        quotation,
        pin.kind() == Pin.Kind.REFLECTION,
        title,
        why,
        fine,
        "/cycles/" + pin.cycle() + "/evidence/" + pin.id(),
        more.isEmpty() ? "More of it" : more,
        pin.address() == null ? "" : pin.address(),
        pin.address() == null ? "" : URI.create(pin.address()).getHost(),
        !seen.onThePage());
  }

  /** What a figure shows, in a sentence; what can be said of it when it is not drawn here. */
  static String title(Optional<View> view, Pin pin, Person me) {
    if (!pin.drawnFor(me)) {
      return "An organisation’s own figure. Only its own people see it.";
    }
    Optional<String> said =
        pin.kind() == Pin.Kind.THEME
            ? view.flatMap(v -> FigureFor.themeSaid(v, pin.figure()))
            : view.flatMap(v -> figure(v, pin)).map(Figure::title);
    return said.map(PinCard::sentence)
        .orElse(pin.kind().words() + " that cannot be opened here at the moment.");
  }

  static Optional<Figure> figure(View view, Pin pin) {
    return pin.kind() == Pin.Kind.THEME
        ? FigureFor.theme(view, pin.figure())
        : FigureId.parse(pin.figure()).flatMap(f -> FigureFor.of(view, f));
  }

  static String reflection(Said.State state) {
    return switch (state) {
      case READABLE -> "A reflection, shared with this cycle.";
      case BEFORE_YOU -> "A reflection, shared with this cycle before you joined.";
      case TAKEN_BACK -> "A reflection. Its author has taken it back.";
    };
  }

  private static String sentence(String words) {
    return words.matches("(?s).*[.!?…”]$") ? words : words + ".";
  }

  /** In which voice it was pinned; to whoever did it, that they did. */
  static String by(Seen seen) {
    return seen.yours() ? "you" : seen.pin().voice().one();
  }

  static String day(long millis) {
    return Frame.DAY.format(Instant.ofEpochMilli(millis));
  }

  static String made(Manifest manifest) {
    return Frame.DAY.format(Instant.parse(manifest.made()));
  }

  /** How words begin, cut between two of them. */
  static String begins(String words) {
    String line = words.strip().replaceAll("\\s+", " ");
    if (line.length() <= LONGEST) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST);
    int end = space > LONGEST / 2 ? space : LONGEST;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
        + " …";
  }
}
