package org.kith.http;

/**
 * What went wrong, as RFC 9457 asks for it.
 *
 * @param type where this kind of problem is explained
 * @param title the kind, for people
 * @param status HTTP status
 * @param detail what to do about this one
 * @param instance this one occurrence
 * @param incident the number to quote when asking for help; it is in the log too
 */
@Says("What went wrong, and what to do (RFC 9457).")
public record Problem(
    @Says("Where this kind of problem is explained.") String type,
    @Says("The kind of problem, for people.") String title,
    @Says("The HTTP status.") int status,
    @Says("What to do about this one.") String detail,
    @Says("This one occurrence.") String instance,
    @Says("The number to quote when asking for help; the log has it too.") String incident) {

  /** The kinds of problem, each explained once on the page that describes the API. */
  public enum Kind {
    BAD_PARAMETER(400, "bad-parameter", "A parameter is not one this address takes"),
    NOT_SIGNED_IN(401, "not-signed-in", "This is for people who have signed in"),
    NOT_FOR_YOU(403, "not-for-you", "This is for people with another role"),
    NOT_FROM_HERE(403, "not-from-here", "The change was not sent from a page of this server"),
    CONFLICT(409, "conflict", "It has changed since you looked"),
    GONE(410, "gone", "It was withdrawn"),
    TOO_LARGE(413, "too-large", "It is too large"),
    NOT_ACCEPTED(422, "not-accepted", "It was read, but cannot be accepted as it is"),
    TOO_MANY(429, "too-many", "Too many tries in a short time"),
    NOT_YOURS(403, "not-yours", "Only the organisation itself sees its own numbers"),
    NOT_FOUND(404, "not-found", "There is nothing here"),
    NOT_ALLOWED(405, "not-allowed", "This address does not answer that method"),
    WRONG_HOST(421, "wrong-host", "This server does not answer under that name"),
    BAD_REQUEST(400, "bad-request", "The request could not be read"),
    BROKEN(500, "broken", "Something went wrong here, not with you");

    private final int status;
    private final String id;
    private final String title;

    Kind(int status, String id, String title) {
      this.status = status;
      this.id = id;
      this.title = title;
    }

    /** HTTP status. */
    public int status() {
      return status;
    }

    /** The name in addresses. */
    public String id() {
      return id;
    }

    /** The kind in plain words. */
    public String title() {
      return title;
    }

    /** The kind that stands for a status a server chose by itself. */
    public static Kind of(int status) {
      return switch (status) {
        case 401 -> NOT_SIGNED_IN;
        case 403 -> NOT_YOURS;
        case 404 -> NOT_FOUND;
        case 405 -> NOT_ALLOWED;
        case 413 -> TOO_LARGE;
        case 421 -> WRONG_HOST;
        default -> status >= 500 ? BROKEN : BAD_REQUEST;
      };
    }
  }

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of this kind. */
  public static Problem of(Kind kind, String detail, String incident) {
    return new Problem(
        "/api#problem-" + kind.id(),
        kind.title(),
        kind.status(),
        detail,
        "urn:kith:incident:" + incident,
        incident);
  }
}
