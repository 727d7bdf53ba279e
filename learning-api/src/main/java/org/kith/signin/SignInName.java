package org.kith.signin;

import java.text.Normalizer;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * What somebody types to sign in: short, lower case, theirs alone. No e-mail address is kept for
 * it.
 */
public final class SignInName {
  private static final String RIGHT = "[a-z0-9](?:[a-z0-9.-]{0,38}[a-z0-9])?";

  private SignInName() {}

  /** As the store has it, however it was typed on a phone. */
  static String typed(String name) {
    return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * A name somebody chose.
   *
   * @throws IllegalArgumentException if it has other characters, or is somebody else's
   */
  static String chosen(Handle h, String name) {
    String typed = typed(name);
    if (!typed.matches(RIGHT)) {
      throw new IllegalArgumentException(
          "A sign-in name is letters without accents, digits, dots and hyphens, at most 40.");
    }
    if (taken(h, typed)) {
      throw new IllegalArgumentException("The sign-in name " + typed + " is taken.");
    }
    return typed;
  }

  /** One made from somebody's name: "asha.rahman", or "asha.rahman2" when that is taken. */
  static String from(Handle h, String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", ".")
            .replaceAll("^\\.+|\\.+$", "");
    String base = plain.isEmpty() ? "person" : plain.substring(0, Math.min(plain.length(), 30));
    base = base.replaceAll("\\.+$", "");
    String free = base;
    for (int i = 2; taken(h, free); i++) {
      free = base + i;
    }
    return free;
  }

  private static boolean taken(Handle h, String name) {
    return h.createQuery("select count(*) from person where sign_in_name = :name")
            .bind("name", name)
            .mapTo(int.class)
            .one()
        > 0;
  }
}
