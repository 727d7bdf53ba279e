package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.View;
import org.kith.words.Listening;

/** {@code /suggestions}: words that keep company, offered to people to name or not. */
final class SuggestionsEndpoint {
  static final Endpoint<Suggestions> ENDPOINT =
      Endpoint.of(
          "/suggestions",
          "suggestions",
          "Words that keep company",
          "Groups of words used together, offered as a possible theme. None has a name until people"
              + " give it one.",
          List.of(),
          Suggestions.class,
          (library, view, asked) -> of(view));

  /** Words that keep company. */
  @Says("Words that keep company.")
  record Suggestions(
      @Says("The snapshot they come from.") String snapshot,
      @Says("The question they raise.") String question,
      @Says("How they can mislead.") String misleads,
      @Says("In the order they were published in.") List<Suggestions.SuggestedWords> suggestions) {

    /** A group of words. */
    @Says("A group of words.")
    record SuggestedWords(
        @Says("Its id, which follows from its words.") String suggestion,
        @Says("Alphabetical.") List<String> words,
        @Says("Distinct authors, to the nearest 5.") int authors,
        @Says("Their organisations.") int organisations) {}
  }

  private SuggestionsEndpoint() {}

  static Suggestions of(View view) {
    return new Suggestions(
        view.snapshot(),
        Listening.SUGGESTIONS.question(),
        Listening.SUGGESTIONS.misleads(),
        view.heard().suggestions().stream()
            .map(
                s ->
                    new Suggestions.SuggestedWords(
                        s.suggestion(), s.words(), s.authors(), s.organisations()))
            .toList());
  }
}
