package org.kith.spotter;

import java.util.List;

/** Finds names of people, places and organisations by capitals, lists and the words around them. */
final class Names {
  private static final int MOST_WORDS = 4;

  private final String text;
  private final Vocabulary words;
  private final List<Token> tokens;
  private final List<Found> before;
  private final List<Found> found;

  private Names(String text, Rules rules, List<Found> found) {
    this.text = text;
    this.words = new Vocabulary(rules);
    this.tokens = Token.of(text, rules);
    this.before = List.copyOf(found);
    this.found = found;
  }

  /** Adds what is found to what was found before, and leaves that as it is. */
  static void add(List<Found> found, String text, Rules rules) {
    Names names = new Names(text, rules, found);
    int i = 0;
    while (i < names.tokens.size()) {
      i = names.taken(i) ? i + 1 : names.look(i);
    }
  }

  /** Looks at the word here and returns the index of the next to look at. */
  private int look(int i) {
    int end = title(i);
    if (end < 0) {
      end = initial(i);
    }
    if (end > 0) {
      mark(i, end, Kind.NAME);
      return end;
    }
    if (!tokens.get(i).capital()) {
      if (smallName(i)) {
        mark(i, i + 1, Kind.NAME);
      }
      return i + 1;
    }
    int stop = i + 1;
    while (runsOn(stop) && title(stop) < 0) {
      stop++;
    }
    run(i, stop);
    return stop;
  }

  /** "Mrs Tamberlake", "nurse Bronagh", "mrs tamberlake": where it ends, or -1. */
  private int title(int i) {
    Token token = tokens.get(i);
    boolean title = words.in("titles", token);
    boolean role = !title && words.in("roles", token);
    boolean follows = i + 1 < tokens.size() && (gap(i + 1).equals(" ") || gap(i + 1).equals(". "));
    if (!(title || role) || !follows || taken(i + 1)) {
      return -1;
    }
    Token next = tokens.get(i + 1);
    boolean ordinary = words.ordinary(next) && !words.either(next);
    boolean name =
        next.capital()
            ? !words.capitals(next) && !(role && (ordinary || next.shouted()))
            : title && !ordinary && !words.either(next) && next.key().length() > 2;
    return name ? nameEnd(i + 2) : -1;
  }

  /** "R. Achterberg", "J Tremlow": where it ends, or -1. */
  private int initial(int i) {
    int at = i;
    boolean dotted = false;
    while (at < tokens.size()
        && at < i + 3
        && tokens.get(at).capital()
        && tokens.get(at).end() - tokens.get(at).start() == 1
        && at + 1 < tokens.size()
        && !taken(at + 1)
        && (gap(at + 1).equals(" ") || gap(at + 1).equals(". ") || gap(at + 1).equals("."))) {
      dotted |= gap(at + 1).startsWith(".");
      at++;
    }
    if (at == i || !tokens.get(at).capital() || tokens.get(at).end() - tokens.get(at).start() < 3) {
      return -1;
    }
    Token next = tokens.get(at);
    boolean article =
        !dotted && (tokens.get(i).key().equals("a") || tokens.get(i).key().equals("i"));
    boolean name =
        !words.capitals(next)
            && !article
            && !next.shouted()
            && (!words.ordinary(next) || words.in("surnameOrWord", next));
    return name ? nameEnd(at + 1) : -1;
  }

  /** Where a name goes on to: over capitals that can be one, and over "de", "ap", "Ó". */
  private int nameEnd(int from) {
    int end = from;
    for (int at = from; at < tokens.size() && at < from + MOST_WORDS; at++) {
      if (!gap(at).equals(" ") || taken(at)) {
        break;
      }
      Token token = tokens.get(at);
      if (token.capital() && goesOn(token)) {
        end = at + 1;
      } else if (!words.in("particles", token)) {
        break;
      }
    }
    return end;
  }

  private boolean goesOn(Token token) {
    return !token.shouted()
        && !words.capitals(token)
        && (!words.ordinary(token) || words.either(token) || words.in("surnameOrWord", token));
  }

  /** A name in small letters, as it is typed in a hurry. */
  private boolean smallName(int i) {
    Token token = tokens.get(i);
    return words.given(token)
        && token.key().length() >= 4
        && !words.in("particles", token)
        && !words.capitals(token)
        && token.end() - token.start() >= token.key().length();
  }

  private boolean runsOn(int i) {
    return i < tokens.size()
        && gap(i).equals(" ")
        && !taken(i)
        && (tokens.get(i).capital() || particleBetween(i));
  }

  private boolean particleBetween(int i) {
    return words.in("particles", tokens.get(i))
        && i + 1 < tokens.size()
        && gap(i + 1).equals(" ")
        && tokens.get(i + 1).capital()
        && !taken(i + 1);
  }

  /** Looks at words that all have capitals, one after another. */
  private void run(int from, int to) {
    int start = from;
    int named = lastIn("organisations", start, to);
    if (named > start && telling(start, named)) {
      start = firstTelling(start, named);
      mark(start, named + 1, Kind.ORGANISATION);
      start = named + 1;
    } else {
      int street = lastIn("streets", start, to);
      if (street > start && telling(start, street)) {
        start = firstTelling(start, street);
        mark(start, street + 1, Kind.PLACE);
        start = street + 1;
      }
    }
    people(start, to);
  }

  private int lastIn(String list, int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (words.in(list, tokens.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Whether one of the words says which school or street it is. */
  private boolean telling(int from, int to) {
    return firstTelling(from, to) < to;
  }

  private int firstTelling(int from, int to) {
    int i = from;
    while (i < to && dull(tokens.get(i))) {
      i++;
    }
    return i;
  }

  private boolean dull(Token token) {
    boolean saint = token.key().equals("st") || token.key().equals("saint");
    return !saint
        && (words.in("generic", token)
            || words.capitals(token)
            || (token.begins() && words.ordinary(token) && !words.either(token))
            || token.shouted());
  }

  private void people(int from, int to) {
    int i = from;
    while (i < to) {
      Kind kind = kind(i);
      if (kind == null) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < to) {
        Kind next = kind(end);
        boolean particle = words.in("particles", tokens.get(end)) && end + 1 < to;
        if (next == null && !particle && !(kind != Kind.PLACE && goesOn(tokens.get(end)))) {
          break;
        }
        kind = together(kind, next);
        end++;
      }
      mark(goesBack(from, i, kind), end, kind);
      i = end;
    }
  }

  /** Where it begins: "Great Marlby" and "Summer Okafor" begin with ordinary words. */
  private int goesBack(int from, int i, Kind kind) {
    if (i == from || alreadyMarked(i - 1)) {
      return i;
    }
    Token token = tokens.get(i - 1);
    boolean place = kind != Kind.NAME && words.in("placeBefore", token);
    boolean person =
        kind != Kind.PLACE
            && (words.in("months", token)
                || words.either(token)
                || !(token.begins() || words.capitals(token) || words.in("generic", token)));
    return !token.shouted() && token.key().length() > 1 && (place || person) ? i - 1 : i;
  }

  private boolean alreadyMarked(int i) {
    return found.stream().anyMatch(f -> f.overlaps(tokens.get(i).start(), tokens.get(i).end()));
  }

  private static Kind together(Kind one, Kind other) {
    if (other == null || one == other) {
      return one;
    }
    return one == Kind.NAME || other == Kind.NAME ? Kind.NAME : Kind.PERHAPS_A_NAME;
  }

  /** What one word with a capital looks like, or null if it is nothing to flag. */
  private Kind kind(int i) {
    Token token = tokens.get(i);
    if (!token.capital() || token.key().length() < 2) {
      return null;
    }
    if (words.in("months", token) || (words.either(token) && token.begins())) {
      return ambiguous(i) ? Kind.NAME : null;
    }
    if (words.capitals(token)) {
      return null;
    }
    if (token.shouted()) {
      return (words.given(token) || words.surname(token)) && token.key().length() > 3
          ? Kind.NAME
          : null;
    }
    if (words.given(token) || words.either(token)) {
      return Kind.NAME;
    }
    if (words.surname(token)) {
      return Kind.NAME;
    }
    if (words.ordinary(token)) {
      return !token.begins() && !words.in("generic", token) && after("relatives", i)
          ? Kind.NAME
          : null;
    }
    if (token.begins() && words.endsLikeAWord(token)) {
      return null;
    }
    if (after("kin", i)) {
      return Kind.NAME;
    }
    return words.placeLike(token) ? Kind.PLACE : Kind.PERHAPS_A_NAME;
  }

  /** Whether May or Grace is a person here. */
  private boolean ambiguous(int i) {
    Token token = tokens.get(i);
    boolean acts =
        i + 1 < tokens.size() && gap(i + 1).equals(" ") && words.in("nameAfter", tokens.get(i + 1));
    boolean owns = token.end() - token.start() > token.key().length();
    if (token.begins()) {
      return acts || owns;
    }
    if (!words.in("months", token)) {
      return true;
    }
    boolean dated =
        i > 0
            && (words.in("monthBefore", tokens.get(i - 1))
                || words.in("months", tokens.get(i - 1)));
    return !dated && (acts || owns || after("kin", i));
  }

  private boolean after(String list, int i) {
    return i > 0 && gap(i).equals(" ") && words.in(list, tokens.get(i - 1));
  }

  private boolean taken(int i) {
    Token token = tokens.get(i);
    for (Found f : before) {
      if (f.overlaps(token.start(), token.end())) {
        return true;
      }
    }
    return false;
  }

  private String gap(int i) {
    return text.substring(tokens.get(i - 1).end(), tokens.get(i).start());
  }

  /** Flags words, without the 's of the last. */
  private void mark(int from, int to, Kind kind) {
    Token last = tokens.get(to - 1);
    String tail = text.substring(last.start(), last.end());
    boolean owns = tail.endsWith("'s") || tail.endsWith("’s");
    found.add(new Found(tokens.get(from).start(), last.end() - (owns ? 2 : 0), kind));
  }
}
