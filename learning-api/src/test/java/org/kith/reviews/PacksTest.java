package org.kith.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.reviews.Review.Stage;
import org.kith.store.RealDatabase;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/** A pack is frozen, sealed, opened to those who provide, then to everybody. */
class PacksTest {
  @TempDir Path folder;

  private Library library() throws IOException {
    return Library.open(new Workspace(folder), Viewer.NOBODY);
  }

  private static View pack(Store store, Packs packs, String review, Person me) {
    return store.read(h -> packs.pack(h, Review.find(h, review).orElseThrow(), me));
  }

  private static List<String> figures(Store store, String review) {
    return store.read(
        h -> Reviews.questions(h, review).stream().map(Reviews.Question::figure).toList());
  }

  @ParameterizedTest
  @EnumSource
  void the_pack_can_be_what_is_published_after_predictions_open(RealDatabase database)
      throws IOException {
    String first = PublishedFixture.write(folder);
    try (Store store = database.empty().open()) {
      Library library = library();
      Packs packs = Packs.sealing(library, store);
      SampleReview sample = SampleReview.at(store, Stage.PREPARE, first);
      Person leads = sample.commissioner().person();
      store.change(
          h ->
              h.execute(
                  "update review_question set figure = ? where position = 1",
                  SampleReview.FIGURE.replace("2025q4", Packs.LATEST)));
      int version = SampleReview.now(store, sample.id()).version();
      packs.freeze(leads, sample.id(), version, null, 5);
      packs.advance(leads, sample.id(), Stage.SAY_FIRST, 6);
      assertThatThrownBy(() -> packs.advance(leads, sample.id(), Stage.PROVIDERS_LOOK, 7))
          .hasMessageContaining("Nothing has been published since");

      String second = PublishedFixture.later(folder);
      assertThat(library.current().snapshot()).isEqualTo(first);
      packs.advance(leads, sample.id(), Stage.PROVIDERS_LOOK, 8);
      assertThat(SampleReview.now(store, sample.id()).snapshot()).isEqualTo(second);
      assertThat(figures(store, sample.id()).get(0)).contains("." + Packs.LATEST + ".");
      assertThat(library.current().snapshot()).isEqualTo(first);
      assertThat(pack(store, packs, sample.id(), sample.practitioner().person()).snapshot())
          .isEqualTo(second);
      assertThatThrownBy(() -> pack(store, packs, sample.id(), sample.resident().person()))
          .hasMessageContaining("Those who provide are looking first");

      packs.advance(leads, sample.id(), Stage.LOOK, 9);
      assertThat(library.current().snapshot()).isEqualTo(second);
      assertThat(figures(store, sample.id()).get(0))
          .isEqualTo(SampleReview.FIGURE.replace("2025q4", PublishedFixture.LATER_WAVE));
      assertThat(pack(store, packs, sample.id(), sample.resident().person()).snapshot())
          .isEqualTo(second);
    }
  }

  @ParameterizedTest
  @EnumSource
  void another_process_keeps_to_the_seal_at_once(RealDatabase database)
      throws IOException, InterruptedException {
    String first = PublishedFixture.write(folder);
    String second = PublishedFixture.later(folder);
    RealDatabase.Place place = database.empty();
    try (Store here = place.open();
        Store there = place.open()) {
      Library theirs = library();
      Packs.sealing(theirs, there);
      assertThat(theirs.current().snapshot()).isEqualTo(second);
      SampleReview.at(here, Stage.SAY_FIRST, first, second);
      // What another process read a moment ago was anybody's then.
      TimeUnit.MILLISECONDS.sleep(10);
      assertThat(theirs.current().snapshot()).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @EnumSource
  void only_what_can_be_read_can_be_frozen(RealDatabase database) throws IOException {
    String first = PublishedFixture.write(folder);
    String second = PublishedFixture.later(folder);
    try (Store store = database.empty().open()) {
      Packs packs = Packs.sealing(library(), store);
      SampleReview sample = SampleReview.at(store, Stage.PREPARE, first);
      Person leads = sample.commissioner().person();
      assertThatThrownBy(() -> packs.freeze(leads, sample.id(), 3, "0000-0000", 5))
          .hasMessageContaining("no snapshot of that id");
      assertThatThrownBy(() -> packs.freeze(sample.resident().person(), sample.id(), 3, second, 5))
          .hasMessageContaining("Only whoever prepared this review");
      int version = SampleReview.now(store, sample.id()).version();
      Review frozen = packs.freeze(leads, sample.id(), version, second, 5);
      assertThat(List.of(frozen.beforeSnapshot(), frozen.snapshot()))
          .containsExactly(first, second);
      Review only = packs.freeze(leads, sample.id(), version + 1, first, 6);
      assertThat(only.beforeSnapshot()).as("none is before it").isEqualTo(first);
      assertThatThrownBy(() -> packs.freeze(leads, sample.id(), version, second, 7))
          .hasMessageContaining("Nothing was overwritten");
    }
  }
}
