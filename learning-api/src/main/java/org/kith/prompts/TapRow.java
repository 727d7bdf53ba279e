package org.kith.prompts;

import java.util.List;

/**
 * A row of taps under one question.
 *
 * @param id level, carried, barrier or feeling
 * @param words the question
 * @param one whether only one of them can be chosen
 */
public record TapRow(String id, String words, boolean one, List<Tap> taps) {
  /** One thing to tap. */
  public record Tap(String id, String words) {
    public Tap {
      Prompts.checkId("tap", id);
    }
  }

  /** The one row of which a reflection holds one tap only. */
  static final String FEELING = "feeling";

  static final List<String> ROWS = List.of("level", "carried", "barrier", FEELING);

  /** The rows a place may add to; the others are counted together over all places. */
  static final List<String> OPEN = List.of("barrier", FEELING);

  public TapRow {
    taps = List.copyOf(taps);
  }
}
