package org.kith.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.evidence.Chain.How;
import org.kith.evidence.Chain.Kind;
import org.kith.http.ProblemException;
import org.kith.people.People;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

/** What led to what, on both databases. */
class ChainTest {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);
  static final String CYCLE = "evenings";

  @ParameterizedTest
  @EnumSource(RealDatabase.class)
  void a_chain_goes_from_a_reflection_to_what_was_seen_next(RealDatabase database)
      throws Exception {
    ChainStory story = new ChainStory();
    try (Store store = database.empty().open()) {
      store.change(story::begin);
      Pinning pinning = new Pinning(store, null, CLOCK);
      Changes changes = new Changes(store, CLOCK);
      pinning.rest(story.ada, CYCLE, story.before, story.decision);
      pinning.rest(story.ada, CYCLE, story.before, story.decision);
      changes.keep(story.ada, CYCLE, story.changed(story.seen));
      changes.keep(story.ada, CYCLE, story.changed(story.seen));

      Chain chain = changes.chain(story.ada, CYCLE);

      assertThat(chain.steps().stream().map(Chain.Step::id))
          .containsExactly(
              story.reflection,
              story.experiment,
              story.before,
              story.decision,
              story.change,
              story.seen);
      assertThat(chain.steps().stream().map(Chain.Step::kind))
          .containsExactly(
              Kind.REFLECTION,
              Kind.EXPERIMENT,
              Kind.LOOKED,
              Kind.DECISION,
              Kind.CHANGE,
              Kind.LOOKED);
      // 5 March 2026 is a Thursday; its week starts on the 2nd.
      assertThat(chain.steps().get(0).day()).isEqualTo("2026-03-02");
      assertThat(chain.steps().get(0).words()).isEqualTo("A reflection");
      assertThat(chain.links())
          .containsExactlyInAnyOrder(
              new Chain.Link(story.reflection, story.experiment, How.BEHIND),
              new Chain.Link(story.experiment, story.before, How.SHOWED),
              new Chain.Link(story.before, story.decision, How.UNDER),
              new Chain.Link(story.decision, story.change, How.CHANGED),
              new Chain.Link(story.experiment, story.change, How.BECAME),
              new Chain.Link(story.change, story.seen, How.NEXT));
      assertThat(chain.follows(story.seen, story.reflection)).isTrue();
      assertThat(chain.follows(story.reflection, story.seen)).isFalse();
      assertThat(pinning.resting(story.ada, CYCLE, story.before))
          .containsExactly(new Pinning.Named(story.decision, "Keys after six."));

      store.change(
          h -> h.execute("update reflection set audience = 'me' where id = ?", story.reflection));
      assertThat(changes.chain(story.ada, CYCLE).step(story.reflection)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(RealDatabase.class)
  void nothing_comes_of_what_came_later(RealDatabase database) throws Exception {
    ChainStory story = new ChainStory();
    try (Store store = database.empty().open()) {
      store.change(story::begin);
      Pinning pinning = new Pinning(store, null, CLOCK);
      Changes changes = new Changes(store, CLOCK);
      pinning.rest(story.ada, CYCLE, story.before, story.decision);

      assertThatThrownBy(() -> changes.keep(story.ada, CYCLE, story.changed(story.before)))
          .isInstanceOf(ProblemException.class)
          .hasMessage(
              "What was seen next was looked at before the change. Pin what you see now first.");
      assertThatThrownBy(
              () ->
                  changes.keep(
                      story.ada,
                      CYCLE,
                      new Changes.Change(
                          story.change, story.decision, null, "Open.", "2026-04-30", null)))
          .hasMessage("What was changed because of a decision was changed after it.");

      changes.keep(story.ada, CYCLE, story.changed(story.seen));
      assertThatThrownBy(() -> pinning.rest(story.ada, CYCLE, story.seen, story.decision))
          .hasMessage("This was seen because of that decision, so the decision cannot rest on it.");
      assertThatThrownBy(() -> pinning.rest(story.ada, CYCLE, story.judged, "none"))
          .hasMessage("Choose a decision of this cycle.");
      assertThatThrownBy(() -> changes.chain(story.ada, "other"))
          .hasMessage("You take part in no learning cycle of that address.");
    }
  }

  @ParameterizedTest
  @EnumSource(RealDatabase.class)
  void what_is_still_open_is_survfits(RealDatabase database) throws Exception {
    ChainStory story = new ChainStory();
    int[][] days = {{10, 1}, {25, 1}, {25, 1}, {40, 0}, {100, 0}, {33, 1}, {61, 1}, {200, 0}};
    LocalDate today = LocalDate.of(2026, 11, 26);
    try (Store store = database.empty().open()) {
      store.change(
          h -> {
            People.addCycle(h, CYCLE, "Evenings", 0);
            People.add(h, story.ada, 0);
            for (int[] day : days) {
              // What is open has waited until today; what was closed was raised in January.
              LocalDate raised = day[1] == 1 ? LocalDate.of(2026, 1, 5) : today.minusDays(day[0]);
              String tie = UUID.randomUUID().toString();
              h.execute(
                  "insert into tie (id, from_cycle, outside, way, kind, words, author, voice,"
                      + " raised) values (?, 'evenings', 'The council', 'up', 'barrier', 'w',"
                      + " 'ada', 'practitioner', ?)",
                  tie,
                  ChainStory.millis(raised.toString()));
              if (day[1] == 1) {
                h.execute(
                    "insert into tie_reply values (?, ?, 'changed', 'w', 'ada', 'leader', ?)",
                    UUID.randomUUID().toString(),
                    tie,
                    ChainStory.millis(raised.plusDays(day[0]).toString()));
              }
            }
          });

      Loops loops = store.read(h -> Loops.of(h, CYCLE, today));

      assertThat(loops.all()).hasSize(8);
      assertThat(loops.open()).isEqualTo(3);
      // R 4.2.2, survival 3.5-3: summary(survfit(Surv(c(10,25,25,40,100,33,61,200),
      // c(1,1,1,0,0,1,1,0)) ~ 1, conf.type = "log-log"), times = c(30, 90, 180))
      List<Loops.Open> curve = loops.days();
      assertThat(curve.stream().map(Loops.Open::after)).containsExactly(30, 90, 180);
      double[][] r = {
        {5, 0.62500000000000, 0.22933332242913, 0.86069827691354},
        {2, 0.33333333333333, 0.05617565071000, 0.65758221632516},
        {1, 0.33333333333333, 0.05617565071000, 0.65758221632516}
      };
      for (int i = 0; i < r.length; i++) {
        assertThat(curve.get(i).watched()).isEqualTo((long) r[i][0]);
        assertThat(curve.get(i).open()).isCloseTo(100 * r[i][1], within(1e-7));
        assertThat(curve.get(i).low()).isCloseTo(100 * r[i][2], within(1e-7));
        assertThat(curve.get(i).high()).isCloseTo(100 * r[i][3], within(1e-7));
      }
      store.change(h -> h.execute("delete from tie_reply"));
      store.change(h -> h.execute("delete from tie"));
      Loops none = store.read(h -> Loops.of(h, CYCLE, today));
      assertThat(none.days()).isEmpty();
    }
  }
}
