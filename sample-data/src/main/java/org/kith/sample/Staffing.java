package org.kith.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Draws the people who write and read in the sample. Their names are nobody's. */
final class Staffing {
  /** In the labelled reflections, and here. Chosen so that what people write about fits. */
  static final Map<String, String> ORGANISATIONS =
      Map.ofEntries(
          Map.entry("org-01", "millbrook"),
          Map.entry("org-02", "befrienders"),
          Map.entry("org-03", "copper-lane"),
          Map.entry("org-04", "allotment-table"),
          Map.entry("org-05", "saltbox"),
          Map.entry("org-06", "tannery-families"),
          Map.entry("org-07", "rope-walk"),
          Map.entry("org-08", "listening-post"),
          Map.entry("org-09", "lantern-house"),
          Map.entry("org-10", "thornback"),
          Map.entry("org-11", World.SMALL),
          Map.entry("org-12", "carers-circle"));

  static final String NONE = "";

  /** Whom the demo signs in. Fixed, so that its words can name them. */
  static final Staff PRACTITIONER =
      new Staff(
          "wren-oatcastle",
          "Wren Oatcastle",
          "millbrook",
          "practitioner",
          List.of("practitioner"),
          "millbrook-team");

  static final Staff REVIEWER =
      new Staff(
          "idris-fernlight", "Idris Fernlight", null, "commissioner", List.of("reviewer"), null);

  static final Staff RESEARCHER =
      new Staff(
          "saoirse-pebblewick",
          "Saoirse Pebblewick",
          null,
          "researcher",
          List.of("researcher"),
          null);

  static final Staff STEWARD =
      new Staff("amadou-quillmere", "Amadou Quillmere", null, "steward", List.of("steward"), null);

  static final Staff SECOND_STEWARD =
      new Staff("birgit-lanternby", "Birgit Lanternby", null, "steward", List.of("steward"), null);

  static final List<Staff> DEMO = List.of(PRACTITIONER, REVIEWER, RESEARCHER, STEWARD);

  private static final List<String> FIRST =
      List.of(
          "Aoife",
          "Bilal",
          "Catrin",
          "Dafydd",
          "Elif",
          "Fergus",
          "Gwenllian",
          "Hamza",
          "Ilse",
          "Jarek",
          "Kofi",
          "Leocadia",
          "Morag",
          "Ngozi",
          "Oren",
          "Petra",
          "Qadira",
          "Ruaridh",
          "Seren",
          "Tomasz",
          "Ulla",
          "Vasile",
          "Winnie",
          "Ximena",
          "Yusra",
          "Zofia");

  private static final List<String> LAST =
      List.of(
          "Ashenbrook",
          "Bellwether-Moss",
          "Candlewright",
          "Dapplegate",
          "Eiderfold",
          "Foxglovely",
          "Gannetfield",
          "Hazelthorpe-Wye",
          "Ivyladder",
          "Juniperly",
          "Kestrelmoor",
          "Larkspindle",
          "Merrowdale",
          "Nightjarvis",
          "Otterburrow",
          "Plumstride",
          "Quincewood",
          "Rookhamble",
          "Sandpiperson",
          "Teaselworth",
          "Underbough",
          "Violethorn",
          "Wagtailor",
          "Yewbarrow-Finch");

  private Staffing() {}

  /** Everybody, organisation by organisation, then those of none. */
  static List<Staff> all(Draws draws) {
    Random random = draws.stream("who writes and reads");
    Set<String> taken = new HashSet<>();
    DEMO.forEach(s -> taken.add(s.name()));
    List<Staff> all = new ArrayList<>();
    for (Site site : World.SITES) {
      int team = site.id().equals(World.SMALL) ? 6 : 13 + random.nextInt(4);
      boolean peers = List.of("copper-lane", "lantern-house").contains(site.id());
      for (int i = 0; i < team; i++) {
        String position = position(i, peers, site.id().equals(World.SMALL));
        if (site.id().equals(PRACTITIONER.organisation()) && i == 0) {
          all.add(PRACTITIONER);
        } else {
          all.add(drawn(random, taken, site.id(), position, teamOf(site.id())));
        }
      }
      all.add(drawn(random, taken, site.id(), "manager", teamOf(site.id())));
      all.add(drawn(random, taken, site.id(), "manager", null));
      all.add(drawn(random, taken, site.id(), "leader", null));
    }
    all.add(REVIEWER);
    all.add(drawn(random, taken, null, "commissioner", null));
    all.add(drawn(random, taken, null, "policy", null));
    all.add(drawn(random, taken, null, "policy", null));
    all.add(RESEARCHER);
    all.add(STEWARD);
    all.add(SECOND_STEWARD);
    return List.copyOf(all);
  }

  static String teamOf(String organisation) {
    return organisation + "-team";
  }

  private static String position(int i, boolean peers, boolean small) {
    if (small) {
      return i < 3 ? "practitioner" : "volunteer";
    }
    if (peers) {
      return i % 3 == 0 ? "practitioner" : i % 7 == 2 ? "volunteer" : "peer";
    }
    return i % 6 == 5 ? "volunteer" : "practitioner";
  }

  private static Staff drawn(
      Random random, Set<String> taken, String organisation, String position, String team) {
    String name;
    do {
      name = Draws.oneOf(random, FIRST) + " " + Draws.oneOf(random, LAST);
    } while (!taken.add(name));
    String role = position.equals("commissioner") ? "reviewer" : "practitioner";
    String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
    return new Staff(id, name, organisation, position, List.of(role), team);
  }
}
