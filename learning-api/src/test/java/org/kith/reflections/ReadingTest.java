package org.kith.reflections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;
import org.kith.signin.SignedIn;
import org.kith.store.EmptyStore;
import org.kith.store.Store;

/** Who may read what, decided without a server. */
class ReadingTest {
  private Store store;
  private Household house;
  private Reading reading;
  private OwnReflections own;

  @BeforeEach
  void open() {
    store = EmptyStore.open();
    house = Household.in(store);
    reading = new Reading(store, Clock.systemUTC());
    own = new OwnReflections(store, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** As the store knows them now. */
  private Person now(SignedIn who) {
    return new People(store).find(who.person().id()).orElseThrow();
  }

  private boolean reads(SignedIn who, String id) {
    return reading.open(now(who), id).isPresent();
  }

  private static OwnReflections.Readers to(Audience audience) {
    return new OwnReflections.Readers(
        audience,
        audience == Audience.TEAM ? Household.TEAM : null,
        audience == Audience.CYCLE ? Household.CYCLE : null,
        false);
  }

  @Test
  void a_reflection_is_read_by_its_author_and_those_it_is_shared_with_and_nobody_else() {
    String me = house.keeps(Audience.ME, "2026-11-02", "For me.");
    String team = house.keeps(Audience.TEAM, "2026-11-02", "For the team.");
    String cycle = house.keeps(Audience.CYCLE, "2026-11-02", "For the cycle.");
    String counts = house.keeps(Audience.COUNTS, "2026-11-02", "For counts.");
    for (String id : List.of(me, team, cycle, counts)) {
      assertThat(reads(house.author(), id)).isTrue();
      assertThat(reads(house.mate(), id)).isEqualTo(id.equals(team));
      assertThat(reads(house.cycleMate(), id)).isEqualTo(id.equals(cycle));
      assertThat(reads(house.colleague(), id)).isFalse();
      assertThat(reads(house.stranger(), id)).isFalse();
      assertThat(reads(house.steward(), id)).isFalse();
    }
  }

  @Test
  void a_cycle_linked_to_a_private_reflection_does_not_let_the_cycle_read_it() {
    Reflection r = Household.reflection(Audience.CYCLE, "2026-11-02", "Linked only.");
    Reflection linked =
        new Reflection(
            r.id(),
            r.form(),
            Kind.REFLECTION,
            r.happened(),
            1,
            r.answers(),
            r.taps(),
            null,
            Audience.ME,
            null,
            Household.CYCLE,
            null,
            false);
    String id = house.keeps(house.author(), linked);
    assertThat(reads(house.cycleMate(), id)).isFalse();
    assertThat(reading.cycle(now(house.cycleMate()), Household.CYCLE, 0, 10).orElseThrow().items())
        .isEmpty();
  }

  @Test
  void leaving_a_team_or_cycle_ends_reading_at_once() {
    String team = house.keeps(Audience.TEAM, "2026-11-02", "For the team.");
    String cycle = house.keeps(Audience.CYCLE, "2026-11-02", "For the cycle.");
    assertThat(reads(house.mate(), team)).isTrue();
    assertThat(reads(house.cycleMate(), cycle)).isTrue();
    house.leaves("team", Household.TEAM, house.mate());
    house.leaves("cycle", Household.CYCLE, house.cycleMate());
    assertThat(reads(house.mate(), team)).isFalse();
    assertThat(reads(house.cycleMate(), cycle)).isFalse();
    assertThat(reading.team(now(house.mate()), Household.TEAM, 0, 10)).isEmpty();
    assertThat(reading.cycle(now(house.cycleMate()), Household.CYCLE, 0, 10)).isEmpty();
  }

  @Test
  void who_joins_later_reads_what_is_shared_from_then_on_unless_the_author_says_so() {
    String team = house.keeps(Audience.TEAM, "2026-11-02", "For six people.");
    SignedIn late =
        house.joins("team", Household.TEAM, "late", System.currentTimeMillis() + 60_000);
    assertThat(reads(late, team)).isFalse();
    assertThat(reading.team(now(late), Household.TEAM, 0, 10).orElseThrow().items()).isEmpty();
    OwnReflections.Circle circle =
        own.circle(own.find(now(house.author()), team).orElseThrow()).orElseThrow();
    assertThat(circle).isEqualTo(new OwnReflections.Circle("Harbour team", 1, 1));

    // Choosing the same once more by chance changes nothing; saying so does.
    OwnReflections later =
        new OwnReflections(store, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
    assertThat(later.share(now(house.author()), team, to(Audience.TEAM))).isEqualTo(Change.DONE);
    assertThat(reads(late, team)).isFalse();
    later.share(
        now(house.author()),
        team,
        new OwnReflections.Readers(Audience.TEAM, Household.TEAM, null, true));
    assertThat(reads(late, team)).isTrue();
  }

  @Test
  void in_a_cycle_neither_the_reflection_nor_a_reply_says_whose_it_is() {
    Reflection first = Household.reflection(Audience.TEAM, "2026-11-03", "The first.");
    house.keeps(house.author(), first);
    Reflection r = Household.reflection(Audience.CYCLE, "2026-11-05", "In the cycle.");
    Reflection following =
        new Reflection(
            r.id(),
            r.form(),
            r.kind(),
            r.happened(),
            1,
            r.answers(),
            r.taps(),
            r.feeling(),
            r.audience(),
            null,
            r.cycle(),
            first.id(),
            true);
    house.keeps(house.author(), following);
    reading.reply(now(house.cycleMate()), r.id(), sent("reply", "We saw that too."));
    reading.reply(now(house.author()), r.id(), sent("reply", "Thank you."));

    OfCycle seen =
        reading.cycle(now(house.cycleMate()), Household.CYCLE, 0, 10).orElseThrow().items().get(0);
    // Thursday 5 November 2026 is in the week of Monday the 2nd (calendar).
    assertThat(seen.week()).isEqualTo("2026-11-02");
    assertThat(seen.toString())
        .doesNotContain("author=Ann")
        .doesNotContain("Ann Author")
        .doesNotContain("millbrook")
        .doesNotContain("Cy Cycle")
        .doesNotContain("lead ")
        .doesNotContain(first.id())
        .doesNotContain("2026-11-05");
    assertThat(seen.replies()).extracting(Reply::by).containsOnlyNulls();
    assertThat(seen.replies()).extracting(Reply::author).containsExactly(false, true);
    Mine mine = own.find(now(house.author()), r.id()).orElseThrow();
    assertThat(mine.replies()).extracting(Reply::by).containsOnlyNulls();
  }

  @Test
  void a_new_audience_does_not_show_what_was_answered_to_the_one_before() {
    String id = house.keeps(Audience.TEAM, "2026-11-02", "First for the team.");
    reading.reply(now(house.mate()), id, sent("reply", "Only for us."));
    own.share(now(house.author()), id, to(Audience.CYCLE));
    assertThat(reading.open(now(house.cycleMate()), id).orElseThrow().replies()).isEmpty();
    reading.reply(now(house.cycleMate()), id, sent("tried", "We rang first."));
    own.share(now(house.author()), id, to(Audience.TEAM));
    assertThat(reading.open(now(house.mate()), id).orElseThrow().replies())
        .extracting(Reply::words, Reply::by)
        .containsExactly(tuple("Only for us.", "Mo Mate"));
    assertThat(own.find(now(house.author()), id).orElseThrow().replies())
        .extracting(Reply::words, Reply::by)
        .containsExactly(tuple("Only for us.", "Mo Mate"), tuple("We rang first.", null));
  }

  @Test
  void what_it_carries_on_from_is_not_said_where_the_earlier_one_has_no_name() {
    String unnamed = house.keeps(Audience.CYCLE, "2026-11-02", "Without my name.");
    Reflection r = Household.reflection(Audience.TEAM, "2026-11-03", "With my name.");
    house.keeps(
        house.author(),
        new Reflection(
            r.id(),
            r.form(),
            r.kind(),
            r.happened(),
            1,
            r.answers(),
            r.taps(),
            r.feeling(),
            r.audience(),
            r.team(),
            null,
            unnamed,
            false));
    SignedIn both = house.joins("team", Household.TEAM, "both", 0);
    store.change(
        h ->
            h.execute(
                "insert into cycle_member (cycle, person, since) values ('letters', 'both', 0)"));
    assertThat(reads(both, unnamed)).isTrue();
    assertThat(((OfTeam) reading.open(now(both), r.id()).orElseThrow()).follows()).isNull();
  }

  @Test
  void an_author_is_told_once_a_day_who_opened_by_name_in_a_team_and_by_day_in_a_cycle() {
    String team = house.keeps(Audience.TEAM, "2026-11-02", "For the team.");
    String cycle = house.keeps(Audience.CYCLE, "2026-11-02", "For the cycle.");
    Clock day = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
    for (Clock clock :
        List.of(
            day, Clock.offset(day, Duration.ofHours(3)), Clock.offset(day, Duration.ofDays(1)))) {
      Reading then = new Reading(store, clock);
      then.open(now(house.mate()), team);
      then.team(now(house.mate()), Household.TEAM, 0, 10);
      then.open(now(house.author()), team);
      then.open(now(house.cycleMate()), cycle);
      then.open(now(house.stranger()), cycle);
    }
    assertThat(own.seen(now(house.author()), team))
        .contains(
            List.of(
                new Opening("2026-11-21", "Mo Mate", 1), new Opening("2026-11-20", "Mo Mate", 1)));
    assertThat(own.seen(now(house.author()), cycle))
        .contains(List.of(new Opening("2026-11-21", null, 1), new Opening("2026-11-20", null, 1)));
    assertThat(own.seen(now(house.mate()), team)).isEmpty();
    int rows =
        store.read(
            h ->
                h.createQuery("select count(*) from audit where action like 'reflection.opened%'")
                    .mapTo(Integer.class)
                    .one());
    assertThat(rows).as("two readers on two days").isEqualTo(4);
  }

  @Test
  void withdrawing_leaves_an_id_and_an_audit_without_words() {
    String id = house.keeps(Audience.TEAM, "2026-11-02", "Gone soon.");
    reading.reply(now(house.mate()), id, sent("reply", "Gone too."));
    assertThat(own.withdraw(now(house.mate()), id)).isEqualTo(Change.NOT_THERE);
    assertThat(own.withdraw(now(house.author()), id)).isEqualTo(Change.DONE);
    assertThat(own.withdraw(now(house.author()), id)).isEqualTo(Change.DONE);
    assertThat(own.withdraw(now(house.mate()), id)).isEqualTo(Change.NOT_THERE);
    assertThat(reads(house.author(), id)).isFalse();
    for (String table : List.of("reflection", "reflection_answer", "reflection_tap", "reply")) {
      assertThat(
              store.<Integer, RuntimeException>read(
                  h -> h.createQuery("select count(*) from " + table).mapTo(Integer.class).one()))
          .as(table)
          .isZero();
    }
    assertThat(strings("select reflection from withdrawn")).containsExactly(id);
    assertThat(strings("select action from audit order by at"))
        .contains("reflection.kept", "reflection.replied", "reflection.withdrawn");
    assertThat(strings("select id || person || action || subject from audit"))
        .noneMatch(row -> row.contains("Gone"));
    Reflections.Outcome again =
        store.write(
            h ->
                Reflections.keep(
                    h,
                    "author",
                    withId(Household.reflection(Audience.ME, "2026-11-02", "Back?"), id),
                    1));
    assertThat(again).isEqualTo(Reflections.Outcome.WITHDRAWN);
  }

  private List<String> strings(String sql) {
    return store.read(h -> h.createQuery(sql).mapTo(String.class).list());
  }

  private static Reflection withId(Reflection r, String id) {
    return new Reflection(
        id,
        r.form(),
        r.kind(),
        r.happened(),
        1,
        r.answers(),
        r.taps(),
        r.feeling(),
        r.audience(),
        r.team(),
        r.cycle(),
        r.follows(),
        r.quotable());
  }

  @Test
  void an_edit_over_another_version_overwrites_nothing() {
    String id = house.keeps(Audience.ME, "2026-11-02", "First.");
    assertThat(own.edit(now(house.author()), id, changed(1, "Second."))).isEqualTo(Change.DONE);
    assertThat(own.edit(now(house.author()), id, changed(1, "Lost?")))
        .isEqualTo(Change.CHANGED_MEANWHILE);
    assertThat(own.edit(now(house.mate()), id, changed(2, "Not mine.")))
        .isEqualTo(Change.NOT_THERE);
    Mine mine = own.find(now(house.author()), id).orElseThrow();
    assertThat(mine.answers()).extracting(Reflection.Answer::words).containsExactly("Second.");
    assertThat(mine.kept().version()).isEqualTo(2);
    assertThatThrownBy(
            () ->
                own.edit(
                    now(house.author()),
                    id,
                    new OwnReflections.Changed(
                        2,
                        "short",
                        Kind.REFLECTION,
                        "2026-11-02",
                        List.of(),
                        List.of(),
                        null,
                        null,
                        false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Write something to one of the prompts; one is enough.");
  }

  private static OwnReflections.Changed changed(int version, String words) {
    return new OwnReflections.Changed(
        version,
        "short",
        Kind.REFLECTION,
        "2026-11-02",
        List.of(new Reflection.Answer("what", words)),
        List.of(),
        null,
        null,
        false);
  }

  @Test
  void only_its_author_chooses_who_reads_and_only_among_their_own_teams_and_cycles() {
    String id = house.keeps(Audience.TEAM, "2026-11-02", "Mine.");
    assertThat(own.share(now(house.mate()), id, to(Audience.ME))).isEqualTo(Change.NOT_THERE);
    assertThat(
            own.share(
                now(house.author()),
                id,
                new OwnReflections.Readers(Audience.TEAM, "quay", null, false)))
        .isEqualTo(Change.NOT_A_MEMBER);
    assertThat(
            own.share(
                now(house.author()),
                id,
                new OwnReflections.Readers(Audience.CYCLE, null, null, false)))
        .isEqualTo(Change.NOT_A_MEMBER);
    assertThat(own.share(now(house.author()), id, to(Audience.ME))).isEqualTo(Change.DONE);
    assertThat(reads(house.mate(), id)).isFalse();
  }

  @Test
  void lists_are_by_day_in_parts_that_neither_repeat_nor_leave_out() {
    List<String> ids =
        IntStream.rangeClosed(1, 25)
            .mapToObj(d -> house.keeps(Audience.TEAM, "2026-10-%02d".formatted(d), "Day " + d))
            .toList();
    Person mate = now(house.mate());
    List<OfTeam> first = reading.team(mate, Household.TEAM, 0, 10).orElseThrow().items();
    List<OfTeam> second = reading.team(mate, Household.TEAM, 10, 10).orElseThrow().items();
    Part<OfTeam> third = reading.team(mate, Household.TEAM, 20, 10).orElseThrow();
    assertThat(third.more()).isFalse();
    assertThat(first.get(0).happened()).isEqualTo("2026-10-25");
    assertThat(
            Stream.of(first, second, third.items()).flatMap(List::stream).map(OfTeam::id).toList())
        .containsExactlyElementsOf(turned(ids));
    Part<Mine> october =
        own.list(
            now(house.author()), new OwnReflections.Asked("2026", "waiting", Audience.TEAM), 0, 20);
    assertThat(october.items()).hasSize(20);
    assertThat(october.more()).isTrue();
    assertThat(
            own.list(now(house.author()), new OwnReflections.Asked("2025", null, null), 0, 20)
                .items())
        .isEmpty();
  }

  private static List<String> turned(List<String> ids) {
    List<String> all = new ArrayList<>(ids);
    Collections.reverse(all);
    return all;
  }

  @Test
  void a_reply_sent_twice_is_kept_once_and_can_be_taken_back_by_who_wrote_it() {
    String id = house.keeps(Audience.TEAM, "2026-11-02", "For the team.");
    Reply.Sent sent = sent("tried", "We rang first.");
    assertThat(reading.reply(now(house.mate()), id, sent)).isEqualTo(Change.DONE);
    assertThat(reading.reply(now(house.mate()), id, sent)).isEqualTo(Change.DONE);
    assertThat(reading.reply(now(house.stranger()), id, sent("reply", "Hello")))
        .isEqualTo(Change.NOT_THERE);
    assertThat(own.news(now(house.author()))).isEqualTo(new OwnReflections.News(0, 1));
    Mine mine = own.find(now(house.author()), id).orElseThrow();
    assertThat(mine.replies()).hasSize(1);
    own.looked(now(house.author()), mine);
    assertThat(own.news(now(house.author()))).isEqualTo(new OwnReflections.News(0, 0));
    assertThat(reading.takeBack(now(house.author()), id, sent.id())).isEqualTo(Change.NOT_THERE);
    house.leaves("team", Household.TEAM, house.mate());
    assertThat(reading.takeBack(now(house.mate()), id, sent.id())).isEqualTo(Change.DONE);
    assertThat(own.find(now(house.author()), id).orElseThrow().replies()).isEmpty();
  }

  private static Reply.Sent sent(String kind, String words) {
    return new Reply.Sent(UUID.randomUUID().toString(), kind, words);
  }
}
