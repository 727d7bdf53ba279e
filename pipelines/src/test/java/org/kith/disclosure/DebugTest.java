package org.kith.disclosure;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Table;

class DebugTest {
  @Test
  void debug() {
    World world = AttackTest.awkward(2);
    var exact = world.exact();
    Release release =
        Disclosure.of(new DisclosureRules(10, 5, 3), world.organisations, List.of(world.instrument))
            .release(exact, List.of());
    System.out.println(world.instrument.items());
    System.out.println(world.organisations);
    for (var r : release.rows(Table.LEVELS))
      if (r.wave().equals("2022q1")) {
        System.out.println(
            "\n"
                + r.item()
                + " "
                + r.unit()
                + " answered "
                + r.answered()
                + " counted "
                + r.counted()
                + " "
                + r.visibility()
                + " orgs "
                + r.organisations());
        for (var d : release.rows(Table.DISTRIBUTIONS))
          if (d.wave().equals("2022q1") && d.item().equals(r.item()) && d.unit().equals(r.unit())) {
            int t =
                exact.distributions().stream()
                    .filter(
                        x ->
                            x.wave().equals(d.wave())
                                && x.item().equals(d.item())
                                && x.unit().equals(d.unit())
                                && x.code() == d.code())
                    .findFirst()
                    .orElseThrow()
                    .people();
            System.out.print(
                "   " + d.code() + ": " + t + " -> " + d.people() + " " + d.visibility());
          }
      }
    System.out.println();
    for (var m : release.rows(Table.MISSING)) if (m.wave().equals("2022q1")) System.out.println(m);
    for (var m : release.rows(Table.SCALES)) if (m.wave().equals("2022q1")) System.out.println(m);
  }
}
