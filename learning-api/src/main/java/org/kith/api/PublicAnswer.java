package org.kith.api;

import java.util.Optional;
import java.util.function.Supplier;
import org.kith.http.Json;
import org.kith.http.ProblemException;
import org.kith.learning.View;

/** What the API answers about a snapshot, byte for byte, for those who keep it. */
public final class PublicAnswer {
  private PublicAnswer() {}

  /** An indicator at its address in a snapshot; empty when this view has none there. */
  public static Optional<byte[]> indicator(View view, String id) {
    return sent(() -> IndicatorEndpoint.of(view, id));
  }

  /** A theme in a snapshot; empty when this view has none there. */
  public static Optional<byte[]> theme(View view, String id) {
    return sent(() -> ThemeEndpoint.of(view, id));
  }

  private static Optional<byte[]> sent(Supplier<? extends Record> answer) {
    try {
      return Optional.of(Json.of(answer.get()));
    } catch (ProblemException notThere) {
      return Optional.empty();
    }
  }
}
