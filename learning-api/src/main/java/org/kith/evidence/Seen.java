package org.kith.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A pin as one reader sees it.
 *
 * @param said of a reflection, what they may read of it; otherwise null
 * @param yours whether they pinned it
 */
public record Seen(Pin pin, Said said, boolean yours) {

  /** What a cycle looks at, the latest first; the caller knows that the reader takes part. */
  public static List<Seen> of(Handle h, String cycle, String me) {
    Map<String, Said> said = Said.of(h, cycle, me);
    return Pins.of(h, cycle).stream().map(p -> of(p, said, me)).toList();
  }

  static Seen of(Pin pin, Map<String, Said> said, String me) {
    return new Seen(
        pin,
        pin.kind() == Pin.Kind.REFLECTION
            ? said.getOrDefault(pin.reflection(), Said.TAKEN_BACK)
            : null,
        pin.author().equals(me));
  }

  /** Whether it is on the page, and not in the record only. */
  public boolean onThePage() {
    return pin.takenOff() == null;
  }

  /** Reflections of others whose words these show: showing them counts as opening. */
  public static Set<String> opened(List<Seen> shown) {
    return shown.stream()
        .filter(s -> s.said != null && s.said.readable() && !s.said.yours())
        .map(s -> s.pin.reflection())
        .collect(Collectors.toSet());
  }
}
