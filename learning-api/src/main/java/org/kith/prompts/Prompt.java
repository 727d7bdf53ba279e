package org.kith.prompts;

/**
 * One question, which may be skipped.
 *
 * @param id such as {@code so-what}; it belongs to one form only
 * @param words the question
 * @param hint a line under it, or empty
 */
public record Prompt(String id, String words, String hint) {
  public Prompt {
    Prompts.checkId("prompt", id);
  }
}
