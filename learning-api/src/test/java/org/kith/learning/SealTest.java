package org.kith.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.workspace.Workspace;

/** While something is sealed, it is as if nothing had been published since. */
class SealTest {
  @TempDir Path folder;
  private final List<String> lasts = new ArrayList<>();

  @Test
  void what_came_later_is_not_in_use_not_listed_and_not_found() throws IOException {
    String first = PublishedFixture.write(folder);
    String second = PublishedFixture.later(folder);
    Library library = Library.open(new Workspace(folder), Viewer.NOBODY);
    Seal.Beyond beyond = library.seal(() -> lasts);
    assertThat(library.current().snapshot()).isEqualTo(second);
    assertThat(library.snapshots()).containsExactly(first, second);

    lasts.add(first);
    assertThat(library.current().snapshot()).isEqualTo(first);
    assertThat(library.snapshots()).containsExactly(first);
    assertThat(library.snapshot(first).snapshot()).isEqualTo(first);
    assertThatThrownBy(() -> library.snapshot(second)).isInstanceOf(FileNotFoundException.class);

    String third = PublishedFixture.write(folder, PublishedFixture.USUAL, 2);
    assertThat(library.current().snapshot()).isEqualTo(first);
    assertThatThrownBy(() -> library.snapshot(third)).isInstanceOf(FileNotFoundException.class);
    assertThat(beyond.snapshot(third).snapshot()).isEqualTo(third);
    assertThat(beyond.snapshots()).containsExactly(first, second, third);

    lasts.clear();
    assertThat(library.current().snapshot()).isEqualTo(third);
    assertThat(library.snapshot(second).snapshot()).isEqualTo(second);
  }

  @Test
  void of_several_seals_the_earliest_holds() throws IOException {
    String first = PublishedFixture.write(folder);
    String second = PublishedFixture.later(folder);
    PublishedFixture.write(folder, PublishedFixture.USUAL, 2);
    Library library = Library.open(new Workspace(folder), Viewer.NOBODY);
    library.seal(() -> lasts);
    lasts.addAll(List.of(second, first));
    assertThat(library.current().snapshot()).isEqualTo(first);
    lasts.remove(first);
    assertThat(library.current().snapshot()).isEqualTo(second);
    assertThat(library.snapshots()).containsExactly(first, second);
  }

  @Test
  void there_is_one_way_past_a_seal() throws IOException {
    PublishedFixture.write(folder);
    Library library = Library.open(new Workspace(folder), Viewer.NOBODY);
    library.seal(() -> lasts);
    assertThatThrownBy(() -> library.seal(Seal.NONE)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void when_the_snapshot_that_stays_is_gone_nothing_is_shown_instead() throws IOException {
    PublishedFixture.write(folder);
    Library library = Library.open(new Workspace(folder), Viewer.NOBODY);
    library.seal(() -> List.of("0000-0000"));
    assertThatThrownBy(library::current).hasMessageContaining("Put its folder back");
  }
}
