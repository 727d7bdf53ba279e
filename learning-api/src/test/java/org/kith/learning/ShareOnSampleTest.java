package org.kith.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.kith.fixture.RealSample;
import org.kith.lake.Snapshot;
import org.kith.published.LevelRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.Visibility;
import org.kith.workspace.Workspace;

/** The interval is worked out here and where levels are published: both must say the same. */
class ShareOnSampleTest {
  /** Published to one decimal, so two roundings of the same number differ by one step at most. */
  private static final Offset<Double> ONE_STEP = within(0.05);

  @Test
  void shares_of_one_organisation_are_those_that_were_published() throws IOException {
    List<LevelRow> rows =
        Snapshot.current(new Workspace(RealSample.workspace())).read(Table.LEVELS).stream()
            .filter(r -> r.scope() == Scope.ORGANISATION && r.unit().equals("millbrook"))
            .filter(r -> r.visibility() == Visibility.SHOWN)
            // An item that counts no answer has a number of people, but no share.
            .filter(r -> r.counted() != null)
            .toList();
    assertThat(rows).hasSizeGreaterThan(30);
    for (LevelRow row : rows) {
      Share share = Share.of(row.counted(), row.answered(), row.designEffect());
      assertThat(share.percent()).as("%s", row).isCloseTo(row.percent(), ONE_STEP);
      assertThat(share.low()).as("%s", row).isCloseTo(row.low(), ONE_STEP);
      assertThat(share.high()).as("%s", row).isCloseTo(row.high(), ONE_STEP);
    }
  }
}
