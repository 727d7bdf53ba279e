package org.kith.indicators;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.groups.GroupStatistics;
import org.kith.instrument.Instrument;
import org.kith.published.Drift;
import org.kith.published.DriftRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.statistics.Departure;
import org.kith.statistics.WaveSpread;
import org.kith.statistics.WaveSpread.Series;

/**
 * Whether answers look as they do when a number has become a target: each organisation's wave
 * beside its own up to eight waves before, and never beside another's level.
 *
 * <p>Five signs. <b>Heaping</b>: one answer, of one question or of all together, or one score,
 * stands further above its neighbours than before. <b>Straight-lining</b>: more forms with one
 * answer to everything. <b>Missing</b>: more or fewer questions left. <b>Mode</b>: people came
 * through another survey tool. <b>Case mix</b>: another share of a known group. Waves before a
 * review are not told from others: that answers shift whenever a review is near shows as a shift
 * against the waves before, and a list of review days would have to be kept for it.
 *
 * <p>Ordinary waves differ by more than drawing people explains, so how much is worked out from the
 * earlier waves of all organisations ({@link WaveSpread}). A sign is said when {@link Departure} is
 * too unlikely for that, and the share moved by so many points that it matters. Chance: one series,
 * an organisation's answers to an instrument, is to give no sign at all with at least 95 % over 20
 * waves that are looked at. So each sign has a fifth of 5 % over the 20, shared out equally among
 * its readings in a wave (Bonferroni). The number is fixed so that a wave's verdict does not change
 * when later ones come.
 *
 * <p>A wave is looked at from the fifth of at least 30 people on. A sign seen stays in what later
 * waves are held against: the alarm tells of the start. It misleads when taken for proof. What a
 * made-up change looks like is also what a new form, a flood or a real turn for the better may look
 * like; and what was always made up is never noticed.
 */
final class Drifting {
  private static final double FALSE_ALARM = 0.05;
  private static final int WAVES = 20;

  /** Waves before, with people enough: how many there must be, and how many are used. */
  private static final int EARLIER = 4;

  private static final int LATEST = 8;
  private static final int PEOPLE = 30;

  private final Reading.Kinds kinds;
  private final Instrument instrument;
  private final List<String> waves;

  /** Per wave, the organisations with people enough. */
  private final List<Map<String, GroupStatistics>> groups = new ArrayList<>();

  private Drifting(Survey survey, Instrument instrument, Map<String, String> tools) {
    List<GroupStatistics> all = new ArrayList<>();
    this.instrument = instrument;
    this.waves = survey.waves(instrument);
    for (String wave : waves) {
      Map<String, GroupStatistics> enough = new HashMap<>();
      for (GroupStatistics group : survey.units(instrument, wave).get(0).members()) {
        if (group.people() >= PEOPLE) {
          enough.put(group.organisation(), group);
        }
      }
      groups.add(enough);
      all.addAll(enough.values());
    }
    kinds = Reading.Kinds.of(all, tools);
  }

  /**
   * Everyone's row first: in how many organisations a sign was looked for, and seen; 0 while there
   * are too few waves. Then a row for each organisation and sign that could be looked for.
   */
  static List<DriftRow> of(Survey survey, Known known) {
    List<DriftRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      Drifting drifting = new Drifting(survey, instrument, known.tools());
      Map<Drift, List<Map<String, Boolean>>> seen = new EnumMap<>(Drift.class);
      for (Drift sign : Drift.values()) {
        seen.put(sign, drifting.seen(sign));
      }
      for (int w = 0; w < drifting.waves.size(); w++) {
        String wave = drifting.waves.get(w);
        for (Drift sign : Drift.values()) {
          Map<String, Boolean> of = seen.get(sign).get(w);
          int noticed = (int) of.values().stream().filter(here -> here).count();
          rows.add(
              new DriftRow(
                  instrument.id(),
                  wave,
                  Scope.ALL,
                  "all",
                  sign,
                  of.size(),
                  noticed,
                  null,
                  Visibility.SHOWN));
        }
        for (Survey.Unit unit : survey.units(instrument, wave)) {
          for (Drift sign : Drift.values()) {
            Boolean here = seen.get(sign).get(w).get(unit.id());
            if (unit.scope() == Scope.ORGANISATION && here != null) {
              rows.add(
                  new DriftRow(
                      instrument.id(),
                      wave,
                      Scope.ORGANISATION,
                      unit.id(),
                      sign,
                      null,
                      null,
                      here,
                      Visibility.SHOWN));
            }
          }
        }
      }
    }
    return rows;
  }

  /** What is enough of a change to matter, as a difference of shares. */
  private static double matters(Drift sign, String family) {
    return switch (sign) {
      case HEAPING -> family.equals("score") ? 0.1 : 0.05;
      case STRAIGHT_LINING -> 0.05;
      case MISSING -> 0.03;
      case MODE, CASE_MIX -> 0.1;
    };
  }

  private static boolean eitherWay(Drift sign) {
    return sign != Drift.HEAPING && sign != Drift.STRAIGHT_LINING;
  }

  /** Per wave, whether a sign was seen in each organisation in which it could be looked for. */
  private List<Map<String, Boolean>> seen(Drift sign) {
    Map<String, Map<String, Past>> pasts = new HashMap<>();
    List<Map<String, Boolean>> seen = new ArrayList<>();
    for (Map<String, GroupStatistics> wave : groups) {
      Map<String, WaveSpread> spreads = new HashMap<>();
      pasts.forEach((key, of) -> spreads.put(key, spread(of)));
      Map<String, Boolean> here = new HashMap<>();
      Map<String, List<Reading>> now = new HashMap<>();
      wave.forEach(
          (organisation, group) -> {
            List<Reading> readings = Reading.of(sign, instrument, group, kinds);
            now.put(organisation, readings);
            List<Reading> known =
                readings.stream()
                    .filter(r -> past(pasts, r, organisation).size() >= EARLIER)
                    .filter(r -> r.share() > 0 || past(pasts, r, organisation).share() > 0)
                    .toList();
            if (!known.isEmpty()) {
              here.put(organisation, seen(sign, known, organisation, pasts, spreads));
            }
          });
      now.forEach(
          (organisation, readings) ->
              readings.forEach(
                  r ->
                      pasts
                          .computeIfAbsent(r.key(), k -> new HashMap<>())
                          .computeIfAbsent(organisation, o -> new Past())
                          .add(r)));
      seen.add(here);
    }
    return seen;
  }

  private static boolean seen(
      Drift sign,
      List<Reading> readings,
      String organisation,
      Map<String, Map<String, Past>> pasts,
      Map<String, WaveSpread> spreads) {
    Set<String> families = new HashSet<>();
    readings.forEach(r -> families.add(r.family()));
    for (Reading reading : readings) {
      Past past = past(pasts, reading, organisation);
      double moved = reading.share() - past.share();
      long together = readings.stream().filter(r -> r.family().equals(reading.family())).count();
      double chance = FALSE_ALARM / Drift.values().length / WAVES / families.size() / together;
      if ((eitherWay(sign) ? Math.abs(moved) : moved) >= matters(sign, reading.family())) {
        Departure departure =
            Departure.of(
                past.series(), reading.value(), reading.variance(), spreads.get(reading.key()));
        if ((eitherWay(sign) ? departure.either() : departure.above()) < chance) {
          return true;
        }
      }
    }
    return false;
  }

  private static Past past(
      Map<String, Map<String, Past>> pasts, Reading reading, String organisation) {
    return pasts.getOrDefault(reading.key(), Map.of()).getOrDefault(organisation, Past.NONE);
  }

  private static WaveSpread spread(Map<String, Past> organisations) {
    return WaveSpread.of(organisations.values().stream().map(Past::series).toList());
  }

  /** The latest earlier readings of one thing in one organisation. */
  private static final class Past {
    static final Past NONE = new Past();

    private final List<Reading> readings = new ArrayList<>();

    void add(Reading reading) {
      if (readings.size() == LATEST) {
        readings.remove(0);
      }
      readings.add(reading);
    }

    int size() {
      return readings.size();
    }

    double share() {
      return readings.stream().mapToDouble(Reading::share).average().orElseThrow();
    }

    Series series() {
      return new Series(
          readings.stream().mapToDouble(Reading::value).toArray(),
          readings.stream().mapToDouble(Reading::variance).toArray());
    }
  }
}
