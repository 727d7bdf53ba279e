package org.kith.spotter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * How well the spotter does, counted on invented sentences that its rules were not made with. A
 * test counts again and keeps the file that is read here, so what pages say cannot drift from it.
 *
 * @param labelled things in the sentences that a careful reader would flag
 * @param missed of them, not flagged in full
 * @param flags raised
 * @param wrong of them, on nothing of the kind
 */
public record Measured(int labelled, int missed, int flags, int wrong) {

  /** What was counted for the rules that are shipped. */
  public static Measured shipped() {
    Properties file = new Properties();
    try (InputStream in = Measured.class.getResourceAsStream("measured.properties")) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("What was measured cannot be read.", e);
    }
    return new Measured(
        number(file, "labelled"),
        number(file, "missed"),
        number(file, "flags"),
        number(file, "wrong"));
  }

  private static int number(Properties file, String name) {
    return Integer.parseInt(file.getProperty(name));
  }

  /** Of how many names, numbers and addresses one is missed, to the nearest whole number. */
  public int missesOneIn() {
    return oneIn(missed, labelled);
  }

  /** Of how many flags one is on an ordinary word, to the nearest whole number. */
  public int wrongOneIn() {
    return oneIn(wrong, flags);
  }

  private static int oneIn(int some, int all) {
    return Math.round((float) all / Math.max(1, some));
  }

  /** In words for a page. */
  public String words() {
    return "Counted on "
        + labelled
        + " invented names, places and numbers, this misses about 1 in "
        + missesOneIn()
        + ", and about 1 in "
        + wrongOneIn()
        + " of what it flags is an ordinary word. You know better: read once more before you share.";
  }
}
