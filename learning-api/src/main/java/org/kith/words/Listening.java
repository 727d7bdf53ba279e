package org.kith.words;

/** What figures made from reflections ask their reader, and how each can mislead. */
public enum Listening {
  /** Themes over the quarters, and how many organisations hold each. */
  THEMES(
      "What might people be meeting that they did not meet before?",
      "An author counts once, however much they write. People who share training or a form share"
          + " words too, so the same words need not be the same reality; and many themes are looked"
          + " at, so now and then one moves by chance."),
  /** Words and phrases newly said, or no longer. */
  WORDS(
      "What do people here mean when they say it?",
      "Words are counted without their sentence. A new prompt, a new form or a new name for an old"
          + " thing moves words as well as a new experience does."),
  /** Barriers by the level they were raised at. */
  LEVELS(
      "Who could answer what was raised, and do they know of it?",
      "Answered means that somebody wrote on from it, not that it was put right. A level where"
          + " nobody writes looks like a level without trouble."),
  /** What got in the way. */
  BARRIERS(
      "Which of these could somebody here change?",
      "What has a word on the form is tapped more readily than what has none."),
  /** What carried progress. */
  CARRIED(
      "Who or what carried it, and who noticed?",
      "It is not the same people each quarter, and those who leave are not in it. Leaning on others"
          + " is sometimes right: nobody has to arrive at carrying it alone."),
  /** In how many weeks teams wrote. */
  CADENCE(
      "What was going on in the quiet weeks?",
      "A quiet week can be leave, a crisis, distrust, or a week when all was said over tea. It is"
          + " not a quota, and it says nothing about any person."),
  /** How long what was raised stays open. */
  LOOPS(
      "What is still open, and who is waiting?",
      "Quick is not the same as well: slow may be right. What is still open counts for as long as"
          + " it has been watched."),
  /** Words that keep company. */
  SUGGESTIONS(
      "Is this one thing, and what would people here call it?",
      "A machine put these words together because they are used together. It does not know what"
          + " they mean, and it names nothing.");

  private final String question;
  private final String misleads;

  Listening(String question, String misleads) {
    this.question = question;
    this.misleads = misleads;
  }

  /** The question that stands under the figure. */
  public String question() {
    return question;
  }

  /** How it can mislead. */
  public String misleads() {
    return misleads;
  }
}
