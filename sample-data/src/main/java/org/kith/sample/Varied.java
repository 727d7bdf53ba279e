package org.kith.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.kith.sample.SampleReflection.Answer;
import org.kith.sample.Written.Identifier;

/**
 * Varies what somebody wrote: other sentences of it, in part, with words exchanged, a beginning or
 * an end that others on the same theme use, and other people, numbers and addresses. What
 * identifies stays labelled.
 *
 * @param answers what comes of it
 * @param identifiers what identifies in it
 */
record Varied(List<Answer> answers, List<Identifier> identifiers) {
  private static final Pattern SENTENCE_ENDS = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}'£])");

  private static final Map<String, List<String>> OTHERS =
      Map.of(
          "person",
              List.of(
                  "Ottoline", "Caradoc", "Zenobia", "Halcyon", "Mr Wimpleforth", "Mrs Yarrowby"),
          "address", List.of("3 Heron Wynd", "Flat 9, Spindle House", "27 Teasel Row"),
          "postcode", List.of("ZZ99 1AB", "ZZ99 5PL", "ZZ99 8DW"),
          "phone", List.of("07700 900123", "07700 900745", "01632 960233"),
          "email", List.of("o.halcyon@example.org", "caradoc@example.org"),
          // Numbers from the range kept for tests, with a right check digit.
          "nhs_number", List.of("999 765 4323", "999 208 4170"),
          "date_of_birth", List.of("04/03/1988", "12 June 1990", "9.11.52"),
          "organisation_name", List.of("Fernbank Surgery", "Cooper Street Primary"));

  /** One that can be read, in up to three answers. */
  static Varied full(Random random, Written base, List<Written> same) {
    List<Answer> answers = new ArrayList<>();
    answers.add(new Answer("what", framed(random, base.theme(), some(random, base.what(), 3))));
    Written other = Draws.oneOf(random, same);
    if (!other.soWhat().isEmpty() && Draws.chance(random, 0.6)) {
      answers.add(new Answer("so-what", exchanged(random, some(random, other.soWhat(), 2))));
    }
    Written third = Draws.oneOf(random, same);
    if (!third.nowWhat().isEmpty() && Draws.chance(random, 0.5)) {
      answers.add(new Answer("now-what", exchanged(random, some(random, third.nowWhat(), 2))));
    }
    return renamed(random, answers, List.of(base, other, third));
  }

  /** A short one, for what nobody reads. */
  static Varied brief(Random random, Written base) {
    String words = framed(random, base.theme(), some(random, base.what(), 1));
    return renamed(random, List.of(new Answer("what", words)), List.of(base));
  }

  private static String framed(Random random, String theme, String words) {
    Words.Halves halves = Words.HALVES.get(theme);
    String exchanged = exchanged(random, words);
    if (halves == null) {
      return exchanged;
    }
    return switch (random.nextInt(4)) {
      case 0 -> Draws.oneOf(random, halves.openers()) + " " + exchanged;
      case 1 -> ended(exchanged) + " " + Draws.oneOf(random, halves.closers());
      case 2 ->
          Draws.oneOf(random, halves.openers())
              + " "
              + ended(exchanged)
              + " "
              + Draws.oneOf(random, halves.closers());
      default ->
          Draws.oneOf(random, halves.openers()) + " " + Draws.oneOf(random, halves.closers());
    };
  }

  private static String ended(String words) {
    return words.matches("(?s).*[.!?]['’]?") ? words : words + ".";
  }

  /** Up to so many sentences in a row. */
  private static String some(Random random, String words, int most) {
    List<String> sentences = List.of(SENTENCE_ENDS.split(words));
    int from = random.nextInt(Math.max(1, sentences.size() - most + 1));
    return String.join(" ", sentences.subList(from, Math.min(sentences.size(), from + most)));
  }

  private static String exchanged(Random random, String words) {
    String exchanged = words;
    for (List<String> pair : Words.SYNONYMS) {
      if (Draws.chance(random, 0.5)) {
        exchanged = exchanged.replaceAll("\\b" + pair.get(0) + "\\b", pair.get(1));
      }
    }
    return exchanged;
  }

  private static Varied renamed(Random random, List<Answer> answers, List<Written> sources) {
    List<Answer> renamed = new ArrayList<>();
    List<Identifier> labels = new ArrayList<>();
    for (Answer answer : answers) {
      String words = answer.words();
      for (Written source : sources) {
        for (Identifier found : source.identifiers()) {
          Pattern where =
              Pattern.compile("(?<!\\p{L})" + Pattern.quote(found.text()) + "(?!\\p{L})");
          String other = Draws.oneOf(random, OTHERS.get(found.kind()));
          if (where.matcher(words).find()) {
            words = where.matcher(words).replaceAll(other);
            labels.add(new Identifier(answer.prompt(), other, found.kind()));
          }
        }
      }
      renamed.add(new Answer(answer.prompt(), words));
    }
    return new Varied(List.copyOf(renamed), List.copyOf(labels));
  }
}
