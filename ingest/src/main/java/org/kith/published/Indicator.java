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
      "over-time",
      "How it moves over time",
      "What was going on?",
      "An event beside a point is not its cause, and people's yardstick can move while their life"
          + " stays as it was."),
  RESPONDENTS(
      "respondents",
      "Who answered",
      "Whose voice is missing?",
      "A small gap proves nothing either way: those who answered may still differ from those who"
          + " did not."),
  MISSING_ANSWERS(
      "missing-answers",
      "What was left unanswered",
      "What might make this hard to answer?",
      "A blank can be a refusal, a doubt, a question not understood, or a form cut short.");

  private final String id;
  private final String title;
  private final String question;
  private final String misleads;

  Indicator(String id, String title, String question, String misleads) {
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
}
