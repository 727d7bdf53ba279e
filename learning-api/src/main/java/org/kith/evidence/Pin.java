package org.kith.evidence;

import java.util.Optional;
import org.kith.learning.FigureId;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.published.Scope;

/**
 * One thing that is looked at. Of a figure or a theme it keeps the snapshot and what the API's
 * answer hashed to, so that it can be told whether it still shows what was seen.
 *
 * @param cycle id, or null when it belongs to a review
 * @param snapshot of a figure or a theme; otherwise null
 * @param figure address of the figure in its snapshot, or id of the theme; otherwise null
 * @param sha256 of the API's answer as everybody sees it, or as its organisation does where the
 *     figure is an organisation's own
 * @param reflection id, or null
 * @param address of a link, or null
 * @param words why it is looked at; of a note or a judgement, all of it
 * @param author id of who pinned it, never shown
 * @param at milliseconds since 1970
 * @param takenOff when it was taken off the page, or null
 * @param experiment id of the experiment it was seen in, or null
 * @param file the name of a file, or null
 */
public record Pin(
    String id,
    String cycle,
    Kind kind,
    String snapshot,
    String figure,
    String sha256,
    String reflection,
    String address,
    String words,
    String author,
    Voice voice,
    long at,
    Long takenOff,
    String experiment,
    String file) {

  /** What can be looked at. */
  public enum Kind {
    INDICATOR("indicator", "A figure"),
    THEME("theme", "A theme"),
    REFLECTION("reflection", "A reflection"),
    NOTE("note", "A note"),
    LINK("link", "A link"),
    FILE("file", "A file"),
    JUDGEMENT("judgement", "A judgement");

    private final String id;
    private final String words;

    Kind(String id, String words) {
      this.id = id;
      this.words = words;
    }

    /** The name in addresses and tables. */
    public String id() {
      return id;
    }

    /** In plain words. */
    public String words() {
      return words;
    }

    /** Whether it comes from a snapshot and can be shown as it was. */
    public boolean frozen() {
      return this == INDICATOR || this == THEME;
    }

    /** The kind with this id; empty when there is none. */
    public static Optional<Kind> of(String id) {
      for (Kind kind : values()) {
        if (kind.id.equals(id)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** The organisation whose own figure it is; empty when it is everybody's. */
  public Optional<String> ownedBy() {
    return kind == Kind.INDICATOR ? owner(figure) : Optional.empty();
  }

  /** The organisation whose own figure stands at an address; empty when it is everybody's. */
  static Optional<String> owner(String figure) {
    return FigureId.parse(figure)
        .filter(f -> f.scope() == Scope.ORGANISATION)
        .map(FigureId::unit);
  }

  /** Through whose eyes it is kept: everybody's, or those of its organisation. */
  public Viewer viewer() {
    return ownedBy().map(Viewer::of).orElse(Viewer.NOBODY);
  }

  /** Whether somebody may see its numbers: an organisation's own are for its own people. */
  public boolean drawnFor(Person me) {
    return ownedBy().map(o -> me.own().filter(o::equals).isPresent()).orElse(true);
  }
}
