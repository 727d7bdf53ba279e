package org.kith.api;

import java.util.List;
import java.util.Locale;
import org.kith.http.Says;
import org.kith.learning.View;
import org.kith.words.Listening;

/** {@code /words}: what is newly said, and what no longer. */
final class WordsEndpoint {
  static final Endpoint<WordsAnswer> ENDPOINT =
      Endpoint.of(
          "/words",
          "words",
          "Words newly said, or no longer",
          "Words and phrases said by more or fewer authors than in the quarter before, by weighted"
              + " log-odds with an informative prior. Only those enough authors, teams and"
              + " organisations use.",
          List.of(Parameter.query("period", "Id of one quarter. Without it, all.", "2025q4")),
          WordsAnswer.class,
          (library, view, asked) -> of(view, asked.value("period").orElse("")));

  /** Words newly said, or no longer. */
  @Says("Words newly said, or no longer.")
  record WordsAnswer(
      @Says("The snapshot they come from.") String snapshot,
      @Says("The question they raise.") String question,
      @Says("How they can mislead.") String misleads,
      @Says("By quarter, alphabetical within one.") List<Word> words) {}

  /** A word or phrase. */
  @Says("A word or phrase that moved.")
  record Word(
      @Says("Id of the quarter.") String period,
      @Says("One to three words, lower case.") String phrase,
      @Says("emerging or fading.") String movement,
      @Says("How far beyond chance, in standard errors.") double z,
      @Says("Distinct authors where it is said more, to the nearest 5.") int authors,
      @Says("Their teams.") int teams,
      @Says("Their organisations.") int organisations) {}

  private WordsEndpoint() {}

  static WordsAnswer of(View view, String period) {
    return new WordsAnswer(
        view.snapshot(),
        Listening.WORDS.question(),
        Listening.WORDS.misleads(),
        view.heard().words().stream()
            .filter(w -> period.isEmpty() || w.period().equals(period))
            .map(
                w ->
                    new Word(
                        w.period(),
                        w.phrase(),
                        w.movement().name().toLowerCase(Locale.ROOT),
                        w.z(),
                        w.authors(),
                        w.teams(),
                        w.organisations()))
            .toList());
  }
}
