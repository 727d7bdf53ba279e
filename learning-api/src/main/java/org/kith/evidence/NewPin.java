package org.kith.evidence;

import java.net.URI;
import java.net.URISyntaxException;
import org.kith.evidence.Pin.Kind;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/**
 * Something to be looked at, as it was sent. Parts that do not belong to its kind are left out.
 *
 * @param id made by the sender, a UUID
 * @param file what was attached, or null
 */
public record NewPin(
    String id,
    Kind kind,
    String snapshot,
    String figure,
    String reflection,
    String address,
    String words,
    String experiment,
    Attached file) {
  private static final int LONGEST_ADDRESS = 2_000;

  /**
   * @throws ProblemException if something is missing, and then what
   */
  public NewPin {
    id = Form.uuid(id);
    if (kind == null) {
      throw refused(
          "Say what it is: indicator, theme, reflection, note, link, file or judgement.");
    }
    words = Form.needed(words, asked(kind), "words");
    snapshot = kind.frozen() ? given(snapshot, "which snapshot it comes from") : null;
    figure = kind.frozen() ? given(figure, "which figure or theme it is") : null;
    reflection = kind == Kind.REFLECTION ? given(reflection, "which reflection it is") : null;
    address = kind == Kind.LINK ? link(address) : null;
    experiment = experiment == null || experiment.isBlank() ? null : experiment.strip();
    if (kind == Kind.FILE && file == null) {
      throw refused("Choose a file first.");
    }
    file = kind == Kind.FILE ? file : null;
  }

  private static String asked(Kind kind) {
    return switch (kind) {
      case NOTE -> "the note";
      case JUDGEMENT -> "the judgement";
      case LINK -> "where the link leads and why you look at it";
      case FILE -> "what the file is and why you look at it";
      case INDICATOR, THEME, REFLECTION -> "why you look at it";
    };
  }

  private static String given(String part, String what) {
    if (part == null || part.isBlank()) {
      throw refused("Say " + what + ".");
    }
    return part.strip();
  }

  /** Only what a browser opens over TLS, without a name and password in it. */
  private static String link(String given) {
    String address = given(given, "where the link leads");
    try {
      URI uri = new URI(address);
      if ("https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && address.length() <= LONGEST_ADDRESS) {
        return uri.toASCIIString();
      }
    } catch (URISyntaxException e) {
      // Told below, like every other address that cannot be kept.
    }
    throw refused("A link starts with https:// and has no name or password in it.");
  }

  private static ProblemException refused(String why) {
    return ProblemException.of(Problem.Kind.NOT_ACCEPTED, why);
  }
}
