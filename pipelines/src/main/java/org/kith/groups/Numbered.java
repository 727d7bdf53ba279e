package org.kith.groups;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Small numbers for texts, in the order they were first seen. */
final class Numbered implements Serializable {
  private final Map<UTF8String, Integer> numbers = new HashMap<>();
  private final List<UTF8String> texts = new ArrayList<>();
  private transient UTF8String last;
  private transient int lastNumber;

  /** A text's number. Texts often come several times in a row. */
  int of(UTF8String text) {
    if (last != null && last.equals(text)) {
      return lastNumber;
    }
    Integer number = numbers.get(text);
    if (number == null) {
      number = texts.size();
      // A row's text lies in a buffer that the next row overwrites.
      UTF8String kept = text.copy();
      texts.add(kept);
      numbers.put(kept, number);
    }
    last = texts.get(number);
    lastNumber = number;
    return number;
  }

  /** How many texts there are. */
  int size() {
    return texts.size();
  }

  /** The text of a number. */
  UTF8String text(int number) {
    return texts.get(number);
  }
}
