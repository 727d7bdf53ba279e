package org.kith.published;

/**
 * The learning indicators, each with the question it raises and the way it can mislead.
 *
 * <p>An indicator is an invitation to talk. None has a goal, a threshold or a good direction, and
 * none sums over constructs.
 */
public enum Indicator {
  DISTRIBUTION(
      "distribution",
      "What people answered",
      "What did we expect people to say?",
      "Answers are only from the people who were asked and chose to answer."),
  LEVEL(
      "level",
      "How many gave certain answers",
      "What would people here say about it?",
      "The interval tells how far chance could move the share. It says nothing about people who"
          + " were not asked."),
  SCALE_SCORE(
      "scale-score",
      "How the scores lie",
      "Which answers are behind the middle of this?",
      "A score over several questions hides which of them moved."),
  BETWEEN(
      "between",
      "How much lies between organisations",
      "If most of it lies between people, who here feels it differently?",
      "Organisations work with different people. A difference between them is not something they"
          + " did."),
  POOLED(
      "pooled",
      "Where an organisation plausibly lies",
      "What might explain this?",
      "Each estimate leans on the others, small groups most, because a small group can look unusual"
          + " by chance alone."),
  OVER_TIME(
      Names.MEASURE,
      "over-time",
      "How it moves over time",
      "What was going on?",
      "An event beside a point is not its cause, and people's yardstick can move while their life"
          + " stays as it was."),
  RESPONDENTS(
      Names.WAVE,
      "respondents",
      "Who answered",
      "Whose voice is missing?",
      "A small gap proves nothing either way: those who answered may still differ from those who"
          + " did not."),
  MISSING_ANSWERS(
      "missing-answers",
      "What was left unanswered",
      "What might make this hard to answer?",
      "A blank can be a refusal, a doubt, a question not understood, or a form cut short."),
  HEALTH(
      "health",
      "How much weight it can bear",
      "What would you want to know before you lean on it?",
      "A figure can stand up to all of this and still miss what people meant."),
  RELIABILITY(
      Names.INSTRUMENT,
      "reliability",
      "Whether the questions hang together",
      "Do these questions ask about one thing, as people here see it?",
      "Questions that repeat each other hang together too. It does not show that they ask about what"
          + " their name says."),
  ITEM_BEHAVIOUR(
      Names.WAVE,
      "item-behaviour",
      "How each question goes with the others",
      "How do people here read these questions?",
      "A question that goes its own way may be the one that asks what the others leave out."),
  COMPARABILITY(
      Names.WAVE,
      "comparability",
      "Whether each question means the same everywhere",
      "What else could people have understood by it?",
      "A question is only held against the others. If all of them mean something else somewhere,"
          + " nothing shows."),
  CHANGE(
      Names.MEASURE,
      "change",
      "How far it moved from one time to the next",
      "Who answered this time who did not before?",
      "Different people answered each time. A share can move because others were asked, though nobody"
          + " changed their mind."),
  PANEL(
      "panel",
      "What became of the answers of the same people",
      "What would those who moved say about it?",
      "Only people who answered both times are in it; those who left may have moved otherwise. And a"
          + " first answer can differ from later ones only because it is the first."),
  GROWTH(
      Names.MEASURE,
      "growth",
      "How people move over the waves",
      "Who moves differently from the middle line, and why?",
      "A straight line is a summary. Lives are not straight, and those who answer often are not like"
          + " those who answer once."),
  PREDICTORS(
      "predictors",
      "What goes with belonging to a group",
      "What is it about life here that goes with it?",
      "Going with is not causing. What holds for organisations as wholes need not hold for the people"
          + " in them."),
  FUNNEL(
      "funnel",
      "How far organisations scatter beyond chance",
      "What might organisations share, and what not?",
      "Organisations work with different people, so lying outside the lines is not something they"
          + " did. About one in twenty lies outside the inner lines by chance alone."),
  REPRESENTATION(
      Names.WAVE,
      "representation",
      "How evenly groups answered",
      "Whose voice is missing?",
      "It sees only the groups that are known. Those of a group who answered may differ from those of"
          + " the same group who did not."),
  WEIGHTED(
      "weighted",
      "The same, with people counted for those who live here",
      "Who speaks for many here, and would those say the same?",
      "Weights let a few people speak for many. They cannot bring back a voice that nobody heard."),
  DRIFT(
      Names.INSTRUMENT,
      "drift",
      "Signs that answers changed in kind",
      "What was going on?",
      "A sign can come from a new form, another way of asking or a hard quarter. It proves nothing"
          + " about anybody.");

  /** What the address of an indicator names beside its instrument. */
  private enum Names {
    MEASURE_AND_WAVE,
    MEASURE,
    WAVE,
    INSTRUMENT
  }

  private final Names names;
  private final String id;
  private final String title;
  private final String question;
  private final String misleads;

  Indicator(String id, String title, String question, String misleads) {
    this(Names.MEASURE_AND_WAVE, id, title, question, misleads);
  }

  Indicator(Names names, String id, String title, String question, String misleads) {
    this.names = names;
    this.id = id;
    this.title = title;
    this.question = question;
    this.misleads = misleads;
  }

  /** The name in addresses and tables. */
  public String id() {
    return id;
  }

  /** What it tells, for a heading. */
  public String title() {
    return title;
  }

  /** The question every figure of this kind ends in. */
  public String question() {
    return question;
  }

  /** How it can mislead. */
  public String misleads() {
    return misleads;
  }

  /** Whether it is about one measure; else about a whole instrument. */
  public boolean ofMeasure() {
    return names == Names.MEASURE_AND_WAVE || names == Names.MEASURE;
  }

  /** Whether it is about one wave; else about all of them. */
  public boolean ofWave() {
    return names == Names.MEASURE_AND_WAVE || names == Names.WAVE;
  }
}
