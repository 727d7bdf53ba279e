package org.kith.evidence;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.kith.api.PublicAnswer;
import org.kith.evidence.Pin.Kind;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.learning.Viewer;

/** A figure or theme of a snapshot as the API answers it, which is what a pin keeps the hash of. */
final class AsSeen {
  private AsSeen() {}

  /**
   * The snapshot of a pin through its own eyes; empty when it cannot be opened.
   *
   * @throws IOException if it is there but cannot be read
   */
  static Optional<View> view(Library library, String snapshot, Viewer viewer) throws IOException {
    try {
      return Optional.of(library.snapshot(snapshot).as(viewer));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The SHA-256 of the answer; empty when the view has no such figure or theme. */
  static Optional<String> hash(View view, Kind kind, String figure) {
    Optional<byte[]> bytes =
        kind == Kind.THEME
            ? PublicAnswer.theme(view, figure)
            : PublicAnswer.indicator(view, figure);
    return bytes.map(AsSeen::sha256);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
