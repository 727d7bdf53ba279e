package org.kith.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Draws the people an organisation could ask. */
final class People {
  /** Names that are nobody's, so that one found where it should not be is surely ours. */
  static final List<String> FIRST_NAMES =
      List.of(
          "Abelard",
          "Bettrys",
          "Corisande",
          "Damaris",
          "Emrys",
          "Fenella",
          "Godric",
          "Hepzibah",
          "Isolde",
          "Jocasta",
          "Kerensa",
          "Lysander",
          "Merewen",
          "Nerys",
          "Osric",
          "Perpetua",
          "Quillan",
          "Rosamund",
          "Sorrel",
          "Tamsin",
          "Ursula",
          "Verity",
          "Wulfric",
          "Xanthe",
          "Ysella",
          "Zebedee");

  static final List<String> LAST_NAMES =
      List.of(
          "Applethwick",
          "Bramblewood",
          "Cobblepot-Hay",
          "Dunderwhistle",
          "Elderquill",
          "Fiddlewick",
          "Gooseberrow",
          "Hobblethorn",
          "Inglepuff",
          "Jackdawson",
          "Kettlebrim",
          "Lanternjaw",
          "Mossbottom",
          "Nettlefold-Pym",
          "Oddingshaw",
          "Pumphandle",
          "Quillfeather",
          "Rumbelthwaite",
          "Snailwell",
          "Thistledown-Rae",
          "Umberslade",
          "Vetchling",
          "Wimpleforth",
          "Yarrowby",
          "Zouchmarsh");

  private static final int[] YOUNGEST = {18, 35, 55, 75};
  private static final int[] YEARS = {17, 20, 20, 18};
  private static final int AGED_IN = 2024;
  private static final String SIGNS = "bcdfghjkmnpqrstvwxz23456789";

  private People() {}

  /** The people of one organisation. */
  static List<Person> of(Site site, Draws draws) {
    Random random = draws.stream("people of " + site.id());
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < site.members(); i++) {
      people.add(person(site, i, random));
    }
    return people;
  }

  private static Person person(Site site, int number, Random random) {
    String first = Draws.oneOf(random, FIRST_NAMES);
    String last = Draws.oneOf(random, LAST_NAMES);
    String email =
        (first + "." + last + "." + site.position() + number + "@example.org")
            .toLowerCase(Locale.ROOT);
    int band = Draws.weighted(random, site.place().known(World.AGE).answers());
    int age = YOUNGEST[band] + random.nextInt(YEARS[band]);
    int home = Draws.weighted(random, site.place().known(World.HOME).answers());
    int language = Draws.weighted(random, site.place().known(World.LANGUAGE).answers());
    double general = random.nextGaussian();
    Map<Question.Trait, Double> traits = new EnumMap<>(Question.Trait.class);
    for (Question.Trait trait : Question.Trait.values()) {
      traits.put(trait, random.nextGaussian());
    }
    return new Person(
        site,
        token(site.tool(), random),
        first,
        last,
        email,
        address(random),
        Draws.chance(random, 0.02) ? 0 : AGED_IN - age,
        Draws.chance(random, 0.03) ? Person.OTHER_HOME : home,
        Draws.chance(random, 0.01) ? -1 : language,
        general,
        traits,
        Draws.chance(random, ScaleModel.misread(site)));
  }

  private static String token(Tool tool, Random random) {
    return switch (tool) {
      case LIMESURVEY -> signs(random, 15);
      case QUALTRICS -> "EXT-" + signs(random, 10);
      case KOBOTOOLBOX -> "card-" + signs(random, 8);
      case CSV -> "M" + signs(random, 9).toUpperCase(Locale.ROOT);
    };
  }

  /** Random letters and digits without vowels, so that none spells a word. */
  static String signs(Random random, int length) {
    StringBuilder signs = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return signs.toString();
  }

  private static String address(Random random) {
    String network = Draws.oneOf(random, List.of("192.0.2.", "198.51.100.", "203.0.113."));
    return network + (1 + random.nextInt(254));
  }
}
