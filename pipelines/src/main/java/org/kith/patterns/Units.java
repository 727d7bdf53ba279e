package org.kith.patterns;

import java.util.ArrayList;
import java.util.List;
import org.kith.published.Scope;
import org.kith.workspace.Organisation;

/**
 * Whom figures speak of: every organisation, every place, everyone. All of them have rows in every
 * table, so that a missing row never says that nobody wrote.
 */
final class Units {
  static final String ALL = "all";

  private Units() {}

  /**
   * Some organisations.
   *
   * @param organisations their ids
   */
  record Unit(Scope scope, String unit, List<String> organisations) {}

  /** Organisations in the order of {@code organisations.csv}, then places, then everyone. */
  static List<Unit> of(List<Organisation> organisations) {
    List<Unit> units = new ArrayList<>();
    for (Organisation o : organisations) {
      units.add(new Unit(Scope.ORGANISATION, o.id(), List.of(o.id())));
    }
    organisations.stream()
        .map(Organisation::place)
        .distinct()
        .forEach(
            place ->
                units.add(
                    new Unit(
                        Scope.PLACE,
                        place,
                        organisations.stream()
                            .filter(o -> o.place().equals(place))
                            .map(Organisation::id)
                            .toList())));
    units.add(new Unit(Scope.ALL, ALL, organisations.stream().map(Organisation::id).toList()));
    return units;
  }
}
