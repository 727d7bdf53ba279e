package org.kith.groups;

import java.util.List;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring.Method;

/** What the jobs should find of one made-up person, worked out the plain way. */
final class PersonValues {
  private PersonValues() {}

  /** A person's value of a measure, or null. */
  static Double of(Instrument instrument, Measure measure, List<Integer> answers) {
    if (measure.outcome() == Measure.Outcome.SCORE) {
      return score(instrument, answers);
    }
    Item item = instrument.item(measure.name()).orElseThrow();
    int code = answers.get(instrument.items().indexOf(item));
    if (!item.valid(code)) {
      return null;
    }
    return measure.outcome() == Measure.Outcome.CODE
        ? (double) code
        : item.counted().contains(code) ? 1.0 : 0.0;
  }

  /** A person's score, worked out one answer at a time; all test scores are tenths. */
  static Double score(Instrument instrument, List<Integer> answers) {
    long tenths = 0;
    int answered = 0;
    for (int i = 0; i < answers.size(); i++) {
      Item item = instrument.items().get(i);
      int code = answers.get(i);
      if (!item.valid(code)) {
        continue;
      }
      if (instrument.scoring().method() == Method.MEAN_OF_SCORE_MAP) {
        Double score = item.answer(code).map(Answer::score).orElse(null);
        if (score == null) {
          continue;
        }
        tenths += Math.round(score * 10);
      } else {
        int valid = (int) item.answers().stream().filter(a -> item.valid(a.code())).count();
        tenths += 10L * (item.reversed() ? 1 + valid - code : code);
      }
      answered++;
    }
    if (!instrument.scoring().scalesPeople() || answered < instrument.scoring().minAnswered()) {
      return null;
    }
    return instrument.scoring().method() == Method.SUM
        ? tenths / 10.0
        : (double) tenths / (10 * answered);
  }
}
