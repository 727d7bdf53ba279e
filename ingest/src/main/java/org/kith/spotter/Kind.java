package org.kith.spotter;

/** What was found in somebody's words. */
public enum Kind {
  NAME("name", "a name"),
  /** A capital where none is needed, or a word that is in no list: the author knows. */
  PERHAPS_A_NAME("perhaps-a-name", "perhaps a name"),
  PLACE("place", "a place"),
  ADDRESS("address", "an address"),
  ORGANISATION("organisation", "an organisation"),
  POSTCODE("postcode", "a postcode"),
  DATE("date", "a date"),
  PHONE("phone", "a phone number"),
  EMAIL("email", "an e-mail address"),
  NHS_NUMBER("nhs-number", "an NHS number"),
  NI_NUMBER("ni-number", "a National Insurance number");

  private final String id;
  private final String words;

  Kind(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The name in rules, on the device and in the API. */
  public String id() {
    return id;
  }

  /** What it is called when it is spoken of: "a phone number". */
  public String words() {
    return words;
  }

  static Kind of(String id) {
    for (Kind kind : values()) {
      if (kind.id.equals(id)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("There is no kind " + id + " to look for.");
  }
}
