package org.kith.reflections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;
import org.kith.reflections.Reflections.Outcome;
import org.kith.store.FewPeople;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

/** Keeping reflections, on either database. */
@ParameterizedClass
@EnumSource
class ReflectionsTest {
  private static final String ID = "0a1b2c3d-0000-4000-8000-000000000001";

  @Parameter RealDatabase database;

  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = database.empty().open();
    store.change(FewPeople::people);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Reflection reflection(String words) {
    return new Reflection(
        ID,
        "short",
        Kind.EXPERIMENT,
        "2026-11-02",
        5,
        List.of(new Reflection.Answer("what", words), new Reflection.Answer("now-what", "Ask.")),
        List.of(new Reflection.Tap("barrier", "threshold"), new Reflection.Tap("level", "policy")),
        "heavy",
        Audience.TEAM,
        "family-north",
        "panel-waits",
        "0a1b2c3d-0000-4000-8000-000000000009",
        true);
  }

  private Outcome keep(String author, Reflection reflection) {
    return store.write(h -> Reflections.keep(h, author, reflection, 7));
  }

  private Kept kept() {
    return store.read(h -> Reflections.find(h, ID)).orElseThrow();
  }

  private long count(String table) {
    return store.read(h -> h.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  @Test
  void what_was_sent_comes_back_whole() {
    Reflection sent = reflection("Zoë said \"no\".\n👩🏽\u200d⚕️ नमस्ते");
    assertThat(keep("ada", sent)).isEqualTo(Outcome.KEPT);
    Kept kept = kept();
    assertThat(kept.reflection()).isEqualTo(sent);
    assertThat(kept.author()).isEqualTo("ada");
    assertThat(kept.arrived()).isEqualTo(7);
    assertThat(kept.version()).isEqualTo(1);
  }

  @Test
  void the_longest_answer_comes_back_whole() {
    Reflection sent = reflection("ß".repeat(Reflection.MOST_CHARACTERS));
    keep("ada", sent);
    assertThat(kept().reflection()).isEqualTo(sent);
  }

  @Test
  void sending_it_again_changes_nothing() {
    keep("ada", reflection("First."));
    assertThat(keep("ada", reflection("Second."))).isEqualTo(Outcome.KEPT_BEFORE);
    assertThat(kept().reflection().answers().get(0).words()).isEqualTo("First.");
    assertThat(count("reflection_answer")).isEqualTo(2);
    assertThat(count("reflection_tap")).isEqualTo(2);
    assertThat(count("audit")).isEqualTo(1);
  }

  @Test
  void sent_many_times_at_once_it_is_kept_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Outcome> send = () -> keep("ada", reflection("Once."));
      List<Outcome> outcomes = new java.util.ArrayList<>();
      for (Future<Outcome> one :
          threads.invokeAll(Stream.generate(() -> send).limit(24).toList())) {
        outcomes.add(one.get());
      }
      assertThat(outcomes).filteredOn(o -> o == Outcome.KEPT).hasSize(1);
      assertThat(outcomes).filteredOn(o -> o == Outcome.KEPT_BEFORE).hasSize(23);
    } finally {
      threads.shutdownNow();
    }
    assertThat(count("reflection")).isEqualTo(1);
    assertThat(count("audit")).isEqualTo(1);
  }

  @Test
  void somebody_elses_id_is_theirs() {
    keep("ada", reflection("Ada's."));
    assertThat(keep("ben", reflection("Ben's."))).isEqualTo(Outcome.NOT_YOURS);
    assertThat(kept().author()).isEqualTo("ada");
  }

  @Test
  void what_was_withdrawn_does_not_come_back_from_a_device() {
    store.change(h -> h.execute("insert into withdrawn values (?, 'ada', 3)", ID));
    assertThat(keep("ada", reflection("Again."))).isEqualTo(Outcome.WITHDRAWN);
    assertThat(keep("ben", reflection("Mine."))).isEqualTo(Outcome.NOT_YOURS);
    assertThat(count("reflection")).isZero();
    assertThat(count("audit")).isZero();
  }
}
