package org.kith.decisions;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.kith.api.PublicAnswer;
import org.kith.learning.FigureId;
import org.kith.learning.View;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.published.Scope;
import org.kith.reviews.Packs;
import org.kith.reviews.Review;

/** What makes a figure of a review's pack recognisable for good: the hash of its bytes. */
@FunctionalInterface
public interface Pinning {
  /**
   * The SHA-256 of the API's answer for a figure of the pack, as everybody sees it and, where it is
   * one organisation's own, as that organisation does; null where the pack has no such figure.
   */
  String sha256(Handle h, String review, Person me, String figure);

  /** Of figures in the packs of reviews. */
  static Pinning of(Packs packs) {
    return (h, review, me, figure) -> hash(packs.pack(h, Review.mine(h, review, me), me), figure);
  }

  private static String hash(View pack, String figure) {
    Viewer viewer =
        FigureId.parse(figure)
            .filter(f -> f.scope() == Scope.ORGANISATION)
            .map(f -> Viewer.of(f.unit()))
            .orElse(Viewer.NOBODY);
    return PublicAnswer.indicator(pack.as(viewer), figure).map(Pinning::sha256).orElse(null);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
