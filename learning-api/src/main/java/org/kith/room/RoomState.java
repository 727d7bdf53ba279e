package org.kith.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.kith.http.Says;
import org.kith.reviews.Review;

/** What the screens of a room have to agree on. It holds no word that anybody wrote. */
@Says("What the screens of a room agree on.")
public record RoomState(
    @Says("Where the review is.") String stage,
    @Says("Number of the question on the room's screen.") int showing,
    @Says("Whether the time for it runs.") boolean running,
    @Says("When the time is over, in milliseconds since 1970, while it runs.") Long ends,
    @Says("Milliseconds left, while it is paused.") Long left,
    @Says("Changes whenever anything on the room's screen does.") String tag,
    @Says("What the time is here, in milliseconds since 1970.") long now) {

  /** The state of a room. */
  public static RoomState of(Handle h, Review review, long now) {
    String stage = review.stage().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    String seen =
        String.join(
            "|",
            stage,
            "" + review.showing(),
            "" + review.timerEnds(),
            "" + review.timerLeft(),
            review.aloneClosed() == null ? "" : written(h, review));
    return new RoomState(
        stage,
        review.showing(),
        review.timerEnds() != null,
        review.timerEnds(),
        review.timerLeft(),
        tag(seen),
        now);
  }

  /** Counts and versions of what is written together; what is written alone does not enter. */
  private static String written(Handle h, Review review) {
    return h.createQuery(
            "select (select count(*) from room_note where review = :id)"
                + " || '.' || (select coalesce(sum(version), 0) from room_note where review = :id)"
                + " || '.' || (select count(*) from room_note where review = :id"
                + " and taken_off is not null)"
                + " || '.' || (select coalesce(sum(r.fits_none * q.position * q.position), 0)"
                + " from reading r join review_question q on q.id = r.question"
                + " where q.review = :id)"
                + " || '.' || (select coalesce(sum(fits_none), 0) from reading r"
                + " join review_question q on q.id = r.question where q.review = :id)"
                + " || '.' || (select count(*) from decision where review = :id)"
                + " || '.' || (select count(*) from review_person where review = :id"
                + " and came = 1)")
        .bind("id", review.id())
        .mapTo(String.class)
        .one();
  }

  private static String tag(String seen) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(seen.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
