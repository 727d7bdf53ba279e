package org.kith.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kith.sample.Place.Known;
import org.kith.workspace.Organisation;
import org.kith.workspace.Wave;

/** The invented places, organisations and quarters. Nothing here exists. */
final class World {
  /** Thirteen quarters: twelve for a control chart to settle, and one more. */
  static final List<Wave> WAVES =
      IntStream.range(0, 13).mapToObj(i -> new Wave(2022 + (i + 3) / 4, (i + 3) % 4 + 1)).toList();

  static final String AGE = "age";
  static final String HOME = "home";
  static final String LANGUAGE = "language";

  /** Age bands as {@code kith.yaml} names them. */
  static final List<String> AGES = List.of("16 to 34", "35 to 54", "55 to 74", "75 and over");

  static final List<String> HOMES = List.of("Owns it", "Rents from the council", "Rents privately");
  static final List<String> LANGUAGES = List.of("English", "Another language");

  static final Place LARKMOOR =
      place(
          "larkmoor",
          "Larkmoor",
          18_400,
          List.of(List.of(24, 33, 29, 14), List.of(8, 33, 42, 17)),
          List.of(List.of(45, 38, 17), List.of(58, 25, 17)),
          List.of(List.of(89, 11), List.of(97, 3)));
  static final Place TANNERY_QUAY =
      place(
          "tannery-quay",
          "Tannery Quay",
          12_300,
          List.of(List.of(31, 34, 24, 11), List.of(11, 35, 39, 15)),
          List.of(List.of(36, 34, 30), List.of(46, 26, 28)),
          List.of(List.of(82, 18), List.of(95, 5)));
  static final Place FENWICK_HOLLOW =
      place(
          "fenwick-hollow",
          "Fenwick Hollow",
          6_100,
          List.of(List.of(18, 29, 34, 19), List.of(6, 28, 45, 21)),
          List.of(List.of(62, 24, 14), List.of(70, 17, 13)),
          List.of(List.of(95, 5), List.of(98, 2)));

  static final List<Place> PLACES = List.of(LARKMOOR, TANNERY_QUAY, FENWICK_HOLLOW);

  /** The one organisation that works with too few people for anything to be shown. */
  static final String SMALL = "hollow-wheels";

  /** By place, then by name. Each tool serves one organisation of every place. */
  static final List<Site> SITES = sites();

  private World() {}

  private static List<Site> sites() {
    List<Site> sites = new ArrayList<>();
    add(sites, LARKMOOR, "allotment-table", "The Allotment Table", Tool.CSV, 540);
    add(sites, LARKMOOR, "copper-lane", "Copper Lane Kitchen", Tool.KOBOTOOLBOX, 535);
    add(sites, LARKMOOR, "befrienders", "Larkmoor Befrienders", Tool.QUALTRICS, 560);
    add(sites, LARKMOOR, "millbrook", "Millbrook Neighbours", Tool.LIMESURVEY, 550);
    add(sites, TANNERY_QUAY, "listening-post", "Quayside Listening Post", Tool.LIMESURVEY, 545);
    add(sites, TANNERY_QUAY, "rope-walk", "Rope Walk Repair Café", Tool.KOBOTOOLBOX, 530);
    add(sites, TANNERY_QUAY, "saltbox", "Saltbox Advice", Tool.CSV, 525);
    add(sites, TANNERY_QUAY, "tannery-families", "Tannery Street Families", Tool.QUALTRICS, 555);
    add(sites, FENWICK_HOLLOW, "carers-circle", "Hollow Carers’ Circle", Tool.LIMESURVEY, 540);
    add(sites, FENWICK_HOLLOW, SMALL, "Hollow Wheels", Tool.KOBOTOOLBOX, 26);
    add(sites, FENWICK_HOLLOW, "lantern-house", "Lantern House", Tool.QUALTRICS, 545);
    add(sites, FENWICK_HOLLOW, "thornback", "Thornback Loft", Tool.CSV, 550);
    return List.copyOf(sites);
  }

  private static void add(
      List<Site> sites, Place place, String id, String name, Tool tool, int members) {
    Organisation organisation = new Organisation(id, name, place.id(), place.name());
    sites.add(new Site(sites.size(), organisation, place, tool, members));
  }

  private static Place place(
      String id,
      String name,
      int residents,
      List<List<Integer>> age,
      List<List<Integer>> home,
      List<List<Integer>> language) {
    return new Place(
        id,
        name,
        residents,
        List.of(
            new Known(AGE, AGES, age.get(0), age.get(1)),
            new Known(HOME, HOMES, home.get(0), home.get(1)),
            new Known(LANGUAGE, LANGUAGES, language.get(0), language.get(1))));
  }
}
