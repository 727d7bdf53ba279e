package org.kith.pages;

import java.util.List;
import java.util.Optional;
import org.kith.learning.View;
import org.kith.published.AnswerRow;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;

/** A questionnaire: its words, whose they are, and how answers become a figure. */
record InstrumentPage(
    Frame frame,
    InstrumentRow instrument,
    String constructName,
    String constructPath,
    List<Question> questions) {

  /** A question with the answers it offers. */
  record Question(ItemRow item, List<AnswerRow> answers, String path) {}

  static Optional<InstrumentPage> of(View view, String id) {
    return view.instrument(id)
        .map(
            i ->
                new InstrumentPage(
                    Frame.of(view, i.name(), "constructs"),
                    i,
                    view.construct(i.construct()).map(c -> c.name()).orElse(i.construct()),
                    "/constructs/" + i.construct(),
                    view.items(id).stream()
                        .map(
                            item ->
                                new Question(
                                    item,
                                    view.answers(id, item.item()),
                                    "/constructs/"
                                        + i.construct()
                                        + "?item="
                                        + id
                                        + "."
                                        + item.item()))
                        .toList()));
  }

  /** Whether the source is an address that can be followed. */
  boolean linked() {
    return instrument.source().matches("https?://\\S+");
  }
}
