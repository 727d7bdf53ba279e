package org.kith.account;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.learning.FigureId;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.WaveRow;
import org.kith.words.Numbers;
import org.kith.words.Voices;

/** What has to be said of the numbers of a pack: a first wording, which people then make theirs. */
final class DataNotes {
  private DataNotes() {}

  /**
   * Sentences on who answered, whose voice is thin, what is hidden, and which rounds of asking.
   *
   * @param figures addresses of the figures that were looked at
   */
  static List<String> of(View view, List<String> figures) {
    List<FigureId> ids = figures.stream().flatMap(f -> FigureId.parse(f).stream()).toList();
    Set<String> notes = new LinkedHashSet<>();
    notes.add(waves(view, ids));
    ids.forEach(id -> answered(view, id, notes));
    ids.forEach(id -> thin(view, id, notes));
    DisclosureRules rules = view.manifest().disclosure();
    notes.add(
        "Numbers that fewer than %d people are behind are hidden, and counts are rounded to the nearest %s."
            .formatted(rules.people(), Numbers.small(rules.rounding())));
    notes.add(
        "An interval says how far chance could move a number; it says nothing about people"
            + " who were not asked.");
    notes.remove("");
    return List.copyOf(notes);
  }

  private static String waves(View view, List<FigureId> ids) {
    List<WaveRow> waves = view.waves();
    Set<String> named = ids.stream().map(FigureId::wave).collect(Collectors.toSet());
    List<String> labels = new ArrayList<>();
    waves.stream().filter(w -> named.contains(w.wave())).map(WaveRow::label).forEach(labels::add);
    if (waves.isEmpty()) {
      return "";
    }
    String all =
        waves.size() == 1
            ? "one round of asking, " + waves.get(0).label()
            : Numbers.small(waves.size())
                + " rounds of asking, "
                + waves.get(0).label()
                + " to "
                + waves.get(waves.size() - 1).label();
    return "The numbers rest on "
        + all
        + (labels.isEmpty() ? "." : "; those shown are from " + Numbers.list(labels) + ".");
  }

  private static void answered(View view, FigureId id, Set<String> notes) {
    Unit unit = unit(view, id);
    if (unit == null) {
      return;
    }
    view.level(id.instrument(), id.measure(), id.wave(), unit)
        .map(l -> l.answered())
        .or(() -> view.scale(id.instrument(), id.wave(), unit).map(s -> s.people()))
        .filter(n -> n != null)
        .ifPresent(
            n ->
                notes.add(
                    Numbers.capital(Numbers.people(n))
                        + " answered: "
                        + unit.name()
                        + ", "
                        + label(view, id.wave())
                        + "."));
  }

  private static void thin(View view, FigureId id, Set<String> notes) {
    Unit unit = unit(view, id);
    if (unit != null && !id.wave().equals(FigureId.NONE)) {
      notes.add(Voices.of(view.respondents(id.instrument(), id.wave(), unit)));
    }
  }

  private static Unit unit(View view, FigureId id) {
    return view.units().stream()
        .filter(u -> u.scope() == id.scope() && u.id().equals(id.unit()))
        .findFirst()
        .orElse(null);
  }

  private static String label(View view, String wave) {
    return view.waves().stream()
        .filter(w -> w.wave().equals(wave))
        .map(WaveRow::label)
        .findFirst()
        .orElse("every round");
  }
}
