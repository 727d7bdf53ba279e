package org.kith.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.kith.learning.Intact;
import org.kith.learning.Library;
import org.kith.learning.View;

/**
 * Whether a pin still shows what was seen: its answer built again from the snapshot and compared,
 * and the snapshot's files compared with what was published.
 *
 * @param then SHA-256 of the answer when it was pinned
 * @param now SHA-256 of the answer built again, or null when it cannot be built
 * @param changed names of the snapshot's files that are not those that were published
 */
public record Check(String then, String now, List<String> changed) {
  public Check {
    changed = List.copyOf(changed);
  }

  /** Builds the answer of a pin again. */
  static Check of(Library library, Pin pin) {
    try {
      Optional<View> view = AsSeen.view(library, pin.snapshot(), pin.viewer());
      if (view.isEmpty()) {
        return new Check(pin.sha256(), null, List.of());
      }
      String now = AsSeen.hash(view.get(), pin.kind(), pin.figure()).orElse(null);
      return new Check(
          pin.sha256(), now, Intact.changed(library.workspace(), view.get().snapshot()));
    } catch (IOException | UncheckedIOException e) {
      return new Check(pin.sha256(), null, List.of("a file that cannot be read"));
    }
  }

  /** Whether it is the same to the byte, from files that are those that were published. */
  public boolean same() {
    return then != null && then.equals(now) && changed.isEmpty();
  }
}
