package org.kith.sample;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.kith.instrument.Missing;

/**
 * A question as the generator asks it.
 *
 * @param instrument id in the shipped library
 * @param item id in the instrument
 * @param wording as asked
 * @param answers labels of codes 1, 2, …
 * @param names the answers' short names, as a form builder would call them
 * @param trait what about a person their answer leans on
 * @param page of the form it stands on
 */
record Question(
    String instrument,
    String item,
    String wording,
    List<String> answers,
    List<String> names,
    Trait trait,
    int page) {

  /** What stays the same about a person from one wave to the next. */
  enum Trait {
    TRUST,
    BELONGING,
    PRIDE,
    MUTUAL_AID,
    TRUST_IN_OTHERS
  }

  static final String SCALE_INSTRUMENT = "ipip_spi_trust4";

  private static final List<String> AGREE =
      List.of("Definitely agree", "Tend to agree", "Tend to disagree", "Definitely disagree");
  private static final List<String> AGREE_NAMES =
      List.of("def_agree", "agree", "disagree", "def_dis");
  private static final List<String> PRIDE =
      List.of(
          "Strongly agree",
          "Tend to agree",
          "Neither agree nor disagree",
          "Tend to disagree",
          "Strongly disagree");
  private static final List<String> PRIDE_NAMES =
      List.of("str_agree", "agree", "neither", "disagree", "str_dis");
  private static final List<String> ACCURATE =
      List.of(
          "Very inaccurate",
          "Moderately inaccurate",
          "Slightly inaccurate",
          "Slightly accurate",
          "Moderately accurate",
          "Very accurate");
  private static final List<String> ACCURATE_NAMES = List.of("vi", "mi", "si", "sa", "ma", "va");

  static final Question TRUST =
      new Question(
          "cls_trust_neighbourhood",
          "STrust",
          "Thinking about the people who live in this neighbourhood, to what extent do you believe"
              + " they can be trusted?",
          List.of(
              "Many of the people can be trusted",
              "Some can be trusted",
              "A few can be trusted",
              "None of the people can be trusted"),
          List.of("many", "some", "few", "none"),
          Trait.TRUST,
          2);
  static final Question BELONGING =
      new Question(
          "cls_belong_neighbourhood",
          "SBeNeigh",
          "How strongly do you feel you belong to your immediate neighbourhood?",
          List.of("Very strongly", "Fairly strongly", "Not very strongly", "Not at all strongly"),
          List.of("very", "fairly", "not_very", "not_at_all"),
          Trait.BELONGING,
          2);
  static final Question FAVOURS =
      new Question(
          "cls_exchange_favours",
          "SFavour",
          "To what extent do you agree or disagree: I borrow things and exchange favours with my"
              + " neighbours",
          AGREE,
          AGREE_NAMES,
          Trait.MUTUAL_AID,
          3);
  static final Question PULL_TOGETHER =
      new Question(
          "cls_pull_together",
          "SPull",
          "To what extent would you agree or disagree that people in your neighbourhood pull"
              + " together to improve the neighbourhood?",
          List.of(
              "Definitely agree",
              "Tend to agree",
              "Tend to disagree",
              "Definitely disagree",
              "Nothing needs improving"),
          List.of("def_agree", "agree", "disagree", "def_dis", "nothing"),
          Trait.MUTUAL_AID,
          3);
  static final Question RECOMMEND =
      pride("PrideRecommend", "I would recommend my local area to others as a good place to live");
  static final Question MISREAD = scale("q_871", "Feel that most people can't be trusted.");

  /** Every question, in the order it is asked. */
  static final List<Question> ALL =
      List.of(
          TRUST,
          BELONGING,
          pride("PrideLive", "I am proud to live in my local area"),
          pride(
              "PrideStay", "In five years' time I would like to still be living in my local area"),
          RECOMMEND,
          FAVOURS,
          PULL_TOGETHER,
          scale("q_1855", "Trust what people say."),
          scale("q_377", "Believe that others have good intentions."),
          scale("q_379", "Believe that people are basically moral."),
          MISREAD);

  /** The last page of the form. */
  static final int LAST_PAGE = 4;

  /** Its place in the form, from 0. */
  int position() {
    return ALL.indexOf(this);
  }

  boolean inScale() {
    return instrument.equals(SCALE_INSTRUMENT);
  }

  /** Whether the form offers "prefer not to say" and "don't know" here. */
  boolean offersWaysOut() {
    return !inScale();
  }

  /** Whether this is an answer, and not a kind of missing. */
  boolean answered(int code) {
    return code > 0;
  }

  /** Whether this answer stays in the denominator. */
  boolean valid(int code) {
    return answered(code) && !(equals(PULL_TOGETHER) && code == 5);
  }

  /** What an export shows for an answer: an answer's own text, or the text of a kind of missing. */
  static String shown(int code, IntFunction<String> answer, Map<Missing, String> missing) {
    return code > 0 ? answer.apply(code) : missing.getOrDefault(Missing.of(code), "");
  }

  private static Question pride(String item, String wording) {
    return new Question("cls_pride_local_area", item, wording, PRIDE, PRIDE_NAMES, Trait.PRIDE, 2);
  }

  private static Question scale(String item, String wording) {
    return new Question(
        SCALE_INSTRUMENT,
        item,
        wording,
        ACCURATE,
        ACCURATE_NAMES,
        Trait.TRUST_IN_OTHERS,
        LAST_PAGE);
  }
}
