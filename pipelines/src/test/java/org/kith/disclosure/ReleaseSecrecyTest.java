package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.disclosure.AttackTest.awkward;
import static org.kith.disclosure.ReleaseTest.USUAL;
import static org.kith.disclosure.ReleaseTest.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kith.disclosure.World.Form;
import org.kith.indicators.Indicators;
import org.kith.instrument.Instrument;
import org.kith.published.BetweenRow;
import org.kith.published.ControlPointRow;
import org.kith.published.PooledRow;
import org.kith.published.RespondentsRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.Visibility;

/** What a release leaves untold: nothing in it speaks of what its counts hide. */
class ReleaseSecrecyTest {
  /** Tables that hold nothing but what was counted. */
  private static final List<Table<?>> COUNTED =
      List.of(Table.DISTRIBUTIONS, Table.LEVELS, Table.MISSING, Table.SCALES, Table.RESPONDENTS);

  /** One form may hold two instruments; the people of all but one organisation answered both. */
  @Test
  void who_answered_one_instrument_does_not_tell_who_answered_another() {
    int hidden = 0;
    for (int seed = 0; seed < 25; seed++) {
      World world = awkward(seed);
      Indicators exact = world.exact();
      Instrument also = otherInstrument(world);
      List<RespondentsRow> rows = new ArrayList<>(exact.respondents());
      new World(world.organisations, world.instrument.items(), world.waves, without(world, "org1"))
          .exact()
          .respondents()
          .forEach(r -> rows.add(of(also, r)));
      Release release =
          Disclosure.of(USUAL, world.organisations, List.of(world.instrument, also))
              .release(with(exact, rows), List.of());
      Map<List<Object>, RespondentsRow> one = new HashMap<>();
      for (RespondentsRow row : release.rows(Table.RESPONDENTS)) {
        List<Object> key = List.of(row.wave(), row.unit(), row.group());
        if (!row.instrument().equals(also.id())) {
          one.put(key, row);
        } else if (row.scope() == Scope.ORGANISATION) {
          assertThat(row.visibility()).as("%s", row).isEqualTo(one.get(key).visibility());
          hidden += row.visibility() == Visibility.PROTECTS_ANOTHER ? 1 : 0;
        }
      }
    }
    assertThat(hidden).as("numbers hidden for another's sake").isGreaterThan(100);
  }

  private static List<Form> without(World world, String organisation) {
    return world.forms.stream()
        .filter(f -> !world.organisations.get(f.organisation()).id().equals(organisation))
        .toList();
  }

  private static Instrument otherInstrument(World world) {
    Instrument i = world.instrument;
    return new Instrument(
        "also",
        i.name(),
        i.construct(),
        i.licence(),
        i.attribution(),
        i.source(),
        i.wordingEvidence(),
        i.notes(),
        i.scoring(),
        i.items());
  }

  private static RespondentsRow of(Instrument instrument, RespondentsRow row) {
    return new RespondentsRow(
        instrument.id(),
        row.wave(),
        row.scope(),
        row.unit(),
        row.dimension(),
        row.group(),
        row.position(),
        row.people(),
        row.percent(),
        row.residents(),
        row.visibility());
  }

  private static Indicators with(Indicators exact, List<RespondentsRow> respondents) {
    return new Indicators(
        exact.distributions(),
        exact.levels(),
        exact.missing(),
        exact.scales(),
        exact.between(),
        exact.pooled(),
        exact.controlPoints(),
        respondents);
  }

  @Test
  void charts_and_estimates_do_not_read_the_exact_ones() {
    for (int seed = 0; seed < 10; seed++) {
      World world = awkward(seed);
      Indicators exact = world.exact();
      Indicators nonsense =
          new Indicators(
              exact.distributions(),
              exact.levels(),
              exact.missing(),
              exact.scales(),
              exact.between(),
              exact.pooled().stream()
                  .map(
                      p ->
                          new PooledRow(
                              p.instrument(),
                              p.measure(),
                              p.wave(),
                              p.organisation(),
                              -1.0,
                              -1.0,
                              -1.0,
                              Visibility.SHOWN))
                  .toList(),
              List.<ControlPointRow>of(),
              exact.respondents());
      assertThat(release(world, nonsense).tables().stream().map(Published::rows).toList())
          .isEqualTo(release(world, exact).tables().stream().map(Published::rows).toList());
    }
  }

  /**
   * Somebody changes an answer or group, and the published counts stay as they were: then an
   * outsider must not be able to tell from anything else either.
   */
  @Test
  void what_the_counts_hide_nothing_else_tells() {
    int hidden = 0;
    for (int seed = 0; seed < 8; seed++) {
      World world = oneQuestion(seed);
      Indicators exact = world.exact();
      Release release = release(world, exact);
      Random random = new Random(seed);
      for (int change = 0; change < 60; change++) {
        World other = changed(world, random);
        Release published = release(other, withModels(other.exact(), exact.between()));
        if (COUNTED.stream().allMatch(t -> published.rows(t).equals(release.rows(t)))) {
          hidden++;
          assertThat(published.tables().stream().map(Published::rows).toList())
              .isEqualTo(release.tables().stream().map(Published::rows).toList());
        }
      }
    }
    assertThat(hidden).as("changes that the counts hide").isGreaterThan(100);
  }

  private static World oneQuestion(long seed) {
    return World.random(
        seed,
        World.organisations(3, 4),
        List.of(World.item("q0", 4, 2, 0)),
        3,
        new int[] {40, 55, 70, 33, 62, 48, 7},
        List.of(new double[] {4, 20, 40, 30}),
        0.05);
  }

  private static World changed(World world, Random random) {
    List<Form> forms = new ArrayList<>(world.forms);
    int at = random.nextInt(forms.size());
    Form form = forms.get(at);
    boolean answer = random.nextBoolean();
    forms.set(
        at,
        new Form(
            form.organisation(),
            form.wave(),
            answer ? Collections.nCopies(1, 1 + random.nextInt(4)) : form.answers(),
            answer ? form.group() : 1 + random.nextInt(4)));
    return new World(world.organisations, world.instrument.items(), world.waves, forms);
  }

  /** The model is of everyone's answers and published as such, so it is held still. */
  private static Indicators withModels(Indicators exact, List<BetweenRow> between) {
    return new Indicators(
        exact.distributions(),
        exact.levels(),
        exact.missing(),
        exact.scales(),
        between,
        exact.pooled(),
        exact.controlPoints(),
        exact.respondents());
  }
}
