package org.kith.api;

import java.util.List;
import org.kith.http.Says;

/** The numbers of an indicator; each kind has its own shape, named by {@code kind}. */
@Says("The numbers; the shape is named by kind.")
sealed interface Figure
    permits Figure.Distribution,
        Figure.Level,
        Figure.Score,
        Figure.Between,
        Figure.Pooled,
        Figure.OverTime,
        Figure.Respondents,
        Figure.MissingAnswers,
        MeasurementFigure.Health,
        MeasurementFigure.Reliability,
        MeasurementFigure.ItemBehaviour,
        MeasurementFigure.Comparability,
        MeasurementFigure.Change,
        MeasurementFigure.Panel,
        MeasurementFigure.Growth,
        MeasurementFigure.Predictors,
        MeasurementFigure.Funnel,
        MeasurementFigure.Representation,
        MeasurementFigure.Weighted,
        MeasurementFigure.Drift {
  /** The kind, which is the indicator's id. */
  String kind();

  /** A number of people. */
  @Says("A number of people, rounded, or null with the reason it is hidden.")
  record Count(
      @Says("People, to the nearest 5, or null when hidden.") Integer people,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** How far chance could have moved a number. */
  @Says(
      "How far chance could have moved the number: a 95 % interval. It says nothing about people"
          + " who were not asked.")
  record Interval(
      @Says("Lower end, or null when hidden.") Double low,
      @Says("Upper end, or null when hidden.") Double high) {}

  /** What people answered. */
  record Distribution(
      @Says("distribution") String kind,
      @Says("Every answer, in the order it is offered.") List<AnswerCount> answers)
      implements Figure {}

  /** One answer and how many gave it. */
  @Says("One answer and how many gave it.")
  record AnswerCount(
      @Says("The answer's code.") int code,
      @Says("The words people saw.") String label,
      @Says("The label in one or two words.") String brief,
      @Says("Whether the indicator called level counts it.") boolean counted,
      @Says("How many gave it.") Count n,
      @Says("Of 100 people who answered, from rounded counts, or null when hidden.") Double percent,
      @Says("Of the percent.") Interval interval) {}

  /** How many gave certain answers. */
  record Level(
      @Says("level") String kind,
      @Says("What the people counted did, to follow 'about 3 in 10'.") String countedAs,
      @Says("How many did.") Count counted,
      @Says("Of 100 people who answered, from rounded counts, or null when hidden.") Double percent,
      @Says("Of the percent.") Interval interval,
      @Says("How much the clustering of people in organisations widens the interval.")
          Double designEffect,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden)
      implements Figure {}

  /** Where scores lie. */
  record Score(
      @Says("scale-score") String kind,
      @Says("The lowest score there can be.") double scaleMin,
      @Says("The highest score there can be.") double scaleMax,
      @Says("The mean, or null when hidden.") Double mean,
      @Says("Of the mean.") Interval interval,
      @Says("A quarter of people score this or less.") Double lowerQuartile,
      @Says("Half of people score this or less.") Double median,
      @Says("Three quarters of people score this or less.") Double upperQuartile,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden)
      implements Figure {}

  /** How much lies between organisations. */
  record Between(
      @Says("between") String kind,
      @Says("How many organisations answers came from.") Integer organisations,
      @Says("Mean of the model: 0 to 1 for a share, else the score.") Double mean,
      @Says("Of the mean.") Interval interval,
      @Says("Variance between organisations.") Double between,
      @Says("Variance within them.") Double within,
      @Says("The share of the variance that lies between organisations, 0 to 1.") Double icc,
      @Says("The same share by analysis of variance; can be below 0.") Double anovaIcc1,
      @Says("Reliability of an organisation's mean.") Double anovaIcc2,
      @Says(
              "The share of the visible spread that is not chance. The rest of any order would be"
                  + " noise.")
          Double rankability,
      @Says("Whether the estimate between organisations is exactly none.") Boolean atBoundary,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden)
      implements Figure {}

  /** You are here, and the others together. */
  record Pooled(
      @Says("pooled") String kind,
      @Says(
              value =
                  "Where your own organisation plausibly lies; null when you are nobody in"
                      + " particular.",
              nullable = true)
          Mine mine,
      @Says(
              "The other organisations' estimates: no names, no order. Shuffled for each snapshot and"
                  + " measure.")
          List<Double> others,
      @Says(
              "Half the width of the interval of each of the others: the middle one of theirs, because"
                  + " a width of its own would tell how large an organisation is.")
          Double othersHalfWidth,
      @Says("The lowest of the others' estimates, or null when hidden.") Double othersLow,
      @Says("The highest of them, or null when hidden.") Double othersHigh,
      @Says("How many of the others' own intervals overlap yours.") int overlapping,
      @Says("How many organisations are left out, because fewer than k people answered.")
          int leftOut,
      @Says(value = "Why the others are hidden, or null.", nullable = true) String hidden)
      implements Figure {}

  /** The viewer's own estimate. */
  @Says("Where your own organisation plausibly lies.")
  record Mine(
      @Says("Percent for a question, score for a scale, or null when hidden.") Double estimate,
      @Says("Of the estimate.") Interval interval,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** A control chart. */
  record OverTime(
      @Says("over-time") String kind,
      @Says("Middle of the usual range, or null.") Double centre,
      @Says(
              "The usual range: how much the number moves when nothing in particular has happened. It"
                  + " is not a goal.")
          Interval usual,
      @Says("How many points the usual range was worked out from.") Integer baseline,
      @Says("Whether fewer than 12 points are behind it.") Boolean trial,
      @Says("One for each wave, earliest first.") List<Point> points,
      @Says("What happened beside them. A mark, never an explanation.") List<Happening> events)
      implements Figure {}

  /** One point of a control chart. */
  @Says("One point.")
  record Point(
      @Says("Id of the wave.") String wave,
      @Says("Its name for people.") String label,
      @Says("How many answered.") Count n,
      @Says("Percent or score, or null when hidden.") Double value,
      @Says("Of the value.") Interval interval,
      @Says("What the point shows beside those before it, in words.") String reading,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** Something that happened. */
  @Says("Something that happened.")
  record Happening(
      @Says("ISO 8601 day.") String date,
      @Says("The wave it falls in.") String wave,
      @Says("What happened.") String words) {}

  /** Who answered. */
  record Respondents(
      @Says("respondents") String kind,
      @Says("Every group, in the order of the form.") List<Group> groups)
      implements Figure {}

  /** A known group beside who lives here. */
  @Says("A known group of those who answered, beside who lives here.")
  record Group(
      @Says("What the group is one of: Age, Home.") String dimension,
      @Says("The group.") String group,
      @Says("How many of them answered.") Count n,
      @Says("Of 100 people whose group is known, or null when hidden.") Double percent,
      @Says("Of 100 residents, or null where nobody gave it.") Double residents) {}

  /** What was left unanswered. */
  record MissingAnswers(
      @Says("missing-answers") String kind, @Says("Answered, and each way not to.") List<Gap> kinds)
      implements Figure {}

  /** One way not to answer. */
  @Says("One way to answer or not to.")
  record Gap(
      @Says("answered, excluded, or a kind of missing.") String outcome,
      @Says("How many people.") Count n) {}
}
