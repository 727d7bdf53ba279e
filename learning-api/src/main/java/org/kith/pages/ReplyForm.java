package org.kith.pages;

import org.kith.reflection.Audience;

/**
 * Where somebody answers.
 *
 * @param to address that takes it
 * @param id of the reply to be, so that a form sent twice is kept once
 * @param kind reply or tried
 * @param words what stands in it
 * @param problem why what was sent could not be kept, or empty
 * @param readers who will read it, in a sentence
 */
record ReplyForm(String to, String id, String kind, String words, String problem, String readers) {

  /** The same, saying who will read it. */
  ReplyForm readBy(Audience audience) {
    return new ReplyForm(to, id, kind, words, problem, News.readers(audience));
  }
}
