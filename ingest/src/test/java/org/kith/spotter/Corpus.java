package org.kith.spotter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Invented sentences in two halves, with what is in them. The halves share no template, no name in
 * lists and no name outside lists; rules are made with one before the eyes and measured on the
 * other.
 */
record Corpus(List<Sentence> tuning, List<Sentence> heldOut) {
  private static final int SEED = 20261125;
  private static final int SENTENCES_OF_HALF = 800;
  // Of a hundred sentences this many hold something; of a hundred names this many are in no list.
  private static final int WITH = 55;
  private static final int UNLISTED = 50;
  private static final Pattern SLOT = Pattern.compile("\\{([a-z0-9]+)}");
  private static final Pattern LABEL = Pattern.compile("\\{([a-z-]+)\\|([^}]*)}");

  /** Something in a sentence that a careful reader would flag. */
  record Label(int start, int end, Kind kind) {}

  /** A sentence and what is in it. */
  record Sentence(String words, List<Label> labels) {
    /** Reads "Rang {name|Xolani}." */
    static Sentence of(String marked) {
      StringBuilder words = new StringBuilder();
      List<Label> labels = new ArrayList<>();
      Matcher m = LABEL.matcher(marked);
      int at = 0;
      while (m.find()) {
        words.append(marked, at, m.start());
        int start = words.length();
        words.append(m.group(2));
        labels.add(new Label(start, words.length(), Kind.of(m.group(1))));
        at = m.end();
      }
      return new Sentence(words.append(marked.substring(at)).toString(), List.copyOf(labels));
    }

    /** The sentence as {@link #of} reads it. */
    String marked() {
      StringBuilder out = new StringBuilder();
      int at = 0;
      for (Label label : labels) {
        out.append(words, at, label.start()).append('{').append(label.kind().id()).append('|');
        out.append(words, label.start(), label.end()).append('}');
        at = label.end();
      }
      return out.append(words.substring(at)).toString();
    }
  }

  /** Generates it, the same each time. */
  static Corpus generate() {
    Map<String, List<String>> with = new HashMap<>();
    Map<String, List<String>> words = new LinkedHashMap<>();
    String block = "";
    for (String line : lines("templates.txt")) {
      if (line.startsWith("[")) {
        block = line;
      } else if (block.equals("[words]")) {
        String[] parts = line.split(": ", 2);
        words.put(parts[0], List.of(parts[1].split(parts[1].contains("|") ? "\\|" : " ", -1)));
      } else {
        with.computeIfAbsent(block, b -> new ArrayList<>()).add(line);
      }
    }
    String all = String.join("\n", lines("names.txt")).replace("\n  ", " ");
    for (String line : all.split("\n", -1)) {
      String[] parts = line.split(": ", 2);
      words.put(parts[0], List.of(parts[1].split(" ", -1)));
    }
    return new Corpus(half(0, with, words), half(1, with, words));
  }

  private static List<Sentence> half(
      int which, Map<String, List<String>> templates, Map<String, List<String>> words) {
    Map<String, List<String>> mine = new HashMap<>();
    words.forEach((name, list) -> mine.put(name, half(which, list)));
    List<String> with = half(which, templates.get("[with]"));
    List<String> without = half(which, templates.get("[without]"));
    Random random = new Random(SEED + which);
    Map<String, Sentence> made = new LinkedHashMap<>();
    for (int tries = 0; made.size() < SENTENCES_OF_HALF && tries < 20_000; tries++) {
      List<String> from = random.nextInt(100) < WITH ? with : without;
      String template = from.get(random.nextInt(from.size()));
      Sentence sentence = Sentence.of(fill(template, new Slots(mine, random)));
      made.putIfAbsent(sentence.words(), sentence);
    }
    return List.copyOf(made.values());
  }

  /** Every second of a list shuffled by the seed; short lists of places and brands included. */
  private static List<String> half(int which, List<String> list) {
    List<String> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, new Random(SEED));
    List<String> half = new ArrayList<>();
    for (int i = which; i < shuffled.size(); i += 2) {
      half.add(shuffled.get(i));
    }
    return half;
  }

  private static String fill(String template, Slots slots) {
    StringBuilder out = new StringBuilder();
    Matcher m = SLOT.matcher(template);
    while (m.find()) {
      m.appendReplacement(out, Matcher.quoteReplacement(slots.fill(m.group(1))));
    }
    return m.appendTail(out).toString();
  }

  static List<String> lines(String resource) {
    try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills the gaps of one sentence. */
  private record Slots(Map<String, List<String>> words, Random random) {

    String fill(String slot) {
      return switch (slot) {
        case "given" -> label("name", given());
        case "surname" -> label("name", surname());
        case "lower" -> label("name", any("given-listed").toLowerCase(Locale.ROOT));
        case "lowertitle" -> label("name", "mrs " + surname().toLowerCase(Locale.ROOT));
        case "full" -> label("name", given() + " " + surname());
        case "title" -> label("name", one("Mrs ", "Mr ", "Ms ", "Miss ", "Dr ") + surname());
        case "initial" -> label("name", one("R. ", "J ", "T. ", "M ", "A.B. ") + surname());
        case "phone" -> label("phone", phone());
        case "nhs" -> label("nhs-number", nhs());
        case "postcode" -> label("postcode", postcode());
        case "email" -> label("email", email());
        case "date" -> label("date", date());
        case "address" -> label("address", address());
        case "place" -> label("place", any("place"));
        case "org" -> label("organisation", any("orghead") + " " + any("orgtail"));
        case "n", "n2" -> "" + (11 + random.nextInt(88));
        case "d", "d2" -> "" + (1 + random.nextInt(9));
        case "big" -> "" + (1000 + random.nextInt(9000));
        case "agency2" -> any("agency");
        default -> any(slot);
      };
    }

    private static String label(String kind, String text) {
      return "{" + kind + "|" + text + "}";
    }

    private String any(String list) {
      List<String> all = words.get(list);
      return all.get(random.nextInt(all.size()));
    }

    private String one(String... choices) {
      return choices[random.nextInt(choices.length)];
    }

    private boolean unlisted() {
      return random.nextInt(100) < UNLISTED;
    }

    private String given() {
      if (!unlisted()) {
        return any("given-listed");
      }
      return any(random.nextInt(12) == 0 ? "word-unlisted" : "given-unlisted");
    }

    private String surname() {
      String name = any(unlisted() ? "surname-unlisted" : "surname-listed");
      return random.nextInt(9) == 0 ? name + "-" + any("surname-listed") : name;
    }

    private String digits(int n) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < n; i++) {
        out.append(random.nextInt(10));
      }
      return out.toString();
    }

    /** In the ranges that Ofcom keeps free for drama. */
    private String phone() {
      String d = digits(3);
      return one(
          "07700 900" + d,
          "07700900" + d,
          "07700 900 " + d,
          "01632 960" + d,
          "(01632) 960" + d,
          "+44 7700 900" + d,
          "020 7946 0" + d,
          "0113-496-0" + d,
          "01632 960 " + d);
    }

    /** In the range 999 that is kept free for tests, with its check digit. */
    private String nhs() {
      while (true) {
        String nine = "999" + digits(6);
        for (int check = 0; check < 10; check++) {
          if (Checks.nhs(nine + check)) {
            String all = nine + check;
            String parts = all.substring(0, 3) + "-" + all.substring(3, 6) + "-" + all.substring(6);
            return one(all, parts.replace('-', ' '), parts.replace('-', ' '), parts);
          }
        }
      }
    }

    private String postcode() {
      String inner = digits(1) + letter() + letter();
      String code = one("ZZ99 ", "ZZ9 ", "Z9 ", "ZZ9Z ", "Z99 ") + inner;
      return one(code, code, code.replace(" ", ""), code.toLowerCase(Locale.ROOT));
    }

    private String letter() {
      return "" + "ABDEFGHJLNPQRSTUWXYZ".charAt(random.nextInt(20));
    }

    private String email() {
      String name = any("given-listed").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "x");
      return one(name, name + "." + letter().toLowerCase(Locale.ROOT), name + digits(2))
          + one("@example.org", "@example.com", "@mail.example.co.uk");
    }

    private String date() {
      int day = 1 + random.nextInt(28);
      int month = 1 + random.nextInt(12);
      int year = 1931 + random.nextInt(90);
      String name = words.get("month").get(random.nextInt(words.get("month").size()));
      String th =
          day % 10 == 1 && day != 11
              ? "st"
              : day % 10 == 2 && day != 12 ? "nd" : day % 10 == 3 && day != 13 ? "rd" : "th";
      return one(
          day + "/" + month + "/" + year,
          String.format("%02d/%02d/%d", day, month, year),
          day + "." + month + "." + String.format("%02d", year % 100),
          day + "-" + month + "-" + year,
          year + String.format("-%02d-%02d", month, day),
          day + " " + name + " " + year,
          day + th + " " + name + " " + year,
          day + th + " of " + name,
          name + " " + day + th + ", " + year,
          day + " " + name.substring(0, 3) + " " + year,
          day + th + " " + name);
    }

    private String address() {
      String street = (1 + random.nextInt(180)) + " " + any("street") + " " + any("way");
      return one(
          street,
          street,
          (1 + random.nextInt(180)) + one("a", "B") + " " + any("street") + " " + any("way"),
          "Flat " + (1 + random.nextInt(40)) + ", " + any("house"),
          "Flat " + (1 + random.nextInt(40)) + ", " + street);
    }
  }
}
