package org.kith.pages;

import java.util.List;

/**
 * An author's own reflections, and what came of them.
 *
 * @param news what came since they last looked, or empty
 * @param some whether only some were asked for
 * @param newer address of the ones before these, or empty
 * @param older address of the ones after these, or empty
 */
record MinePage(
    Frame frame,
    String news,
    List<Entry> entries,
    List<Choice.Option> years,
    List<Choice.Option> themes,
    List<Choice.Option> audiences,
    boolean some,
    String newer,
    String older) {

  /**
   * One of them.
   *
   * @param day for people
   * @param begins how it begins
   * @param audience who may read it
   * @param group the name of the team or cycle, or empty
   * @param came what came of it, a sentence each
   */
  record Entry(
      String id, String day, String begins, String audience, String group, List<String> came) {}
}
