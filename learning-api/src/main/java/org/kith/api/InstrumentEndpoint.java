package org.kith.api;

import java.util.List;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Says;
import org.kith.learning.View;
import org.kith.published.AnswerRow;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;

/** {@code /instruments/{id}}: one questionnaire, with wording, licence and scoring. */
final class InstrumentEndpoint {
  static final Endpoint<Instrument> ENDPOINT =
      Endpoint.of(
          "/instruments/{id}",
          "instrument",
          "One instrument",
          "Its questions as they were put, the answers offered, and how answers become a figure.",
          List.of(Parameter.path("id", "The instrument's id.", "cls_trust_neighbourhood")),
          Instrument.class,
          (library, view, asked) -> of(view, asked.always("id")));

  /** A questionnaire. */
  @Says("A questionnaire.")
  record Instrument(
      @Says("The snapshot it comes from.") String snapshot,
      @Says("Its id.") String instrument,
      @Says("Its name.") String name,
      @Says("Id of the construct it speaks of.") String construct,
      @Says("The licence of its wording.") String licence,
      @Says("The line the licence asks to be shown, or empty.") String attribution,
      @Says("Where wording and scoring come from.") String source,
      @Says("How sure the wording is.") String wordingEvidence,
      @Says("What a reader should know, or empty.") String notes,
      @Says("How answers become a figure.") String counting,
      @Says("Whether people get a score over several items.") boolean scale,
      @Says("The lowest score there can be.") double scaleMin,
      @Says("The highest score there can be.") double scaleMax,
      @Says("The fewest items a person needs for a score.") int minAnswered,
      @Says("Its measures: items that count answers, and scale.") List<String> measures,
      @Says("Its questions, in asked order.") List<Question> items) {}

  /** A question. */
  @Says("A question.")
  record Question(
      @Says("Its id.") String item,
      @Says("As it was put.") String wording,
      @Says("Whether agreeing means less.") boolean reversed,
      @Says("What the people a share counts did, or empty.") String countedAs,
      @Says("The answers, as offered.") List<Offered> answers) {}

  /** An answer that was offered. */
  @Says("An answer that was offered.")
  record Offered(
      @Says("Its code.") int code,
      @Says("The words people saw.") String label,
      @Says("The label in one or two words.") String brief,
      @Says("Whether the question's share counts it.") boolean counted,
      @Says("Whether it leaves the denominator.") boolean excluded) {}

  private InstrumentEndpoint() {}

  static Instrument of(View view, String id) {
    return view.instrument(id)
        .map(i -> instrument(view, i))
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND,
                    "This snapshot has no such instrument. "
                        + Api.ROOT
                        + "/instruments lists what it has."));
  }

  static Instrument instrument(View view, InstrumentRow i) {
    return new Instrument(
        view.snapshot(),
        i.instrument(),
        i.name(),
        i.construct(),
        i.licence(),
        i.attribution(),
        i.source(),
        i.wordingEvidence(),
        i.notes(),
        i.counting(),
        i.scale(),
        i.scaleMin(),
        i.scaleMax(),
        i.minAnswered(),
        view.measures(i.instrument()),
        view.items(i.instrument()).stream().map(item -> question(view, item)).toList());
  }

  private static Question question(View view, ItemRow item) {
    return new Question(
        item.item(),
        item.wording(),
        item.reversed(),
        item.countedAs(),
        view.answers(item.instrument(), item.item()).stream()
            .map(InstrumentEndpoint::offered)
            .toList());
  }

  private static Offered offered(AnswerRow a) {
    return new Offered(a.code(), a.label(), a.brief(), a.counted(), a.excluded());
  }
}
