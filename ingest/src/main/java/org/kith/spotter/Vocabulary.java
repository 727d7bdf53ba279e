package org.kith.spotter;

import java.util.Set;

/** What the lists say of a word. */
record Vocabulary(Rules rules) {
  private static final int SHORTEST_STEM = 3;

  boolean in(String list, Token token) {
    return rules.list(list).contains(token.key());
  }

  /** A name that is nothing else. */
  boolean given(Token token) {
    return in("given", token);
  }

  /** A name that is also an ordinary word: Grace, Will. */
  boolean either(Token token) {
    return in("either", token);
  }

  /** A surname that is nothing else. */
  boolean surname(Token token) {
    return in("surname", token);
  }

  /** Written with a capital though it is nobody's name: Monday, Universal, Zoom. */
  boolean capitals(Token token) {
    return in("capitals", token)
        || (token.key().endsWith("s")
            && rules.list("capitals").contains(token.key().substring(0, token.key().length() - 1)));
  }

  /** A word of the language, in any of its forms. */
  boolean ordinary(Token token) {
    String key = token.key();
    if (given(token) || surname(token)) {
      return false;
    }
    if (either(token) || in("surnameOrWord", token) || word(key)) {
      return true;
    }
    int apostrophe = key.indexOf('\'');
    if (apostrophe > 1) {
      return word(key.substring(0, apostrophe));
    }
    if (key.indexOf('-') > 0) {
      for (String part : key.split("-", -1)) {
        if (part.length() > 1 && !word(part)) {
          return false;
        }
      }
      return true;
    }
    return false;
  }

  private boolean word(String key) {
    Set<String> words = rules.list("ordinary");
    if (words.contains(key)) {
      return true;
    }
    for (Rules.Ending ending : rules.endings()) {
      int left = key.length() - ending.end().length();
      if (left < SHORTEST_STEM || !key.endsWith(ending.end())) {
        continue;
      }
      String stem = key.substring(0, left) + ending.without();
      boolean doubled =
          ending.without().isEmpty()
              && left > SHORTEST_STEM
              && stem.charAt(left - 1) == stem.charAt(left - 2);
      if (words.contains(stem) || (doubled && words.contains(stem.substring(0, left - 1)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word that is in no list ends as words do and names do not. */
  boolean endsLikeAWord(Token token) {
    return rules.list("wordEndings").stream().anyMatch(token.key()::endsWith);
  }

  boolean placeLike(Token token) {
    String key = token.key();
    if (in("places", token)) {
      return true;
    }
    if (key.length() < 6 || key.indexOf('-') >= 0) {
      return false;
    }
    return rules.list("placeEndings").stream().anyMatch(key::endsWith)
        || rules.list("placeStarts").stream().anyMatch(key::startsWith);
  }
}
