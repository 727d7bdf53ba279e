package org.kith.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kith.groups.GroupStatistics;
import org.kith.instrument.Instrument;
import org.kith.workspace.Asked;

/**
 * How many people were given a form and how many gave it back, over the organisations that have
 * answers to an instrument and those that returned nothing at all. Organisations with answers to
 * others only were given another form.
 *
 * @param asked people, above 0
 * @param returned people; of each organisation as many as have a row of the instrument with most
 */
record Response(long asked, long returned) {

  /** Null where it is not known of every organisation that answered. */
  static Response of(Survey survey, Instrument instrument, String wave, List<Asked> lines) {
    Map<String, Long> asked = new HashMap<>();
    for (Asked line : lines) {
      if (line.wave().equals(wave)) {
        asked.put(line.organisation(), line.people());
      }
    }
    Map<String, Long> here = people(survey, instrument, wave);
    if (!asked.keySet().containsAll(here.keySet())) {
      return null;
    }
    Map<String, Long> returned = new HashMap<>(here);
    for (Instrument other : survey.instruments()) {
      people(survey, other, wave)
          .forEach(
              (organisation, people) -> {
                if (here.containsKey(organisation)) {
                  returned.merge(organisation, people, Math::max);
                } else {
                  asked.remove(organisation);
                }
              });
    }
    long all = asked.values().stream().mapToLong(Long::longValue).sum();
    return all == 0
        ? null
        : new Response(all, returned.values().stream().mapToLong(Long::longValue).sum());
  }

  private static Map<String, Long> people(Survey survey, Instrument instrument, String wave) {
    Map<String, Long> people = new HashMap<>();
    if (survey.waves(instrument).contains(wave)) {
      for (GroupStatistics member : survey.units(instrument, wave).get(0).members()) {
        people.put(member.organisation(), member.people());
      }
    }
    return people;
  }
}
