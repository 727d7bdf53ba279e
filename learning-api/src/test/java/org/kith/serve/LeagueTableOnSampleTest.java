package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.fixture.RealSample;
import org.kith.lake.Snapshot;
import org.kith.learning.Viewer;
import org.kith.published.OrganisationRow;
import org.kith.published.Table;
import org.kith.workspace.Workspace;

/** The same walk as on the invented snapshot, on what was really ingested and published. */
class LeagueTableOnSampleTest {
  @ParameterizedTest
  @ValueSource(strings = {"millbrook", ""})
  void no_number_stands_beside_another_organisations_name(String organisation) throws Exception {
    Path workspace = RealSample.workspace();
    Viewer viewer = organisation.isEmpty() ? Viewer.NOBODY : Viewer.of(organisation);
    try (RunningServer server = RunningServer.of(workspace, viewer)) {
      LeagueTableBuilder builder = new LeagueTableBuilder(server, others(workspace, organisation));
      builder.build();
      assertThat(builder.addresses()).as("addresses tried").isGreaterThan(2_000);
      assertThat(builder.answered()).as("answers read").isGreaterThan(200);
      assertThat(builder.unnamed()).as("spreads without names").isNotEmpty();
      assertThat(builder.table()).isEmpty();
    }
  }

  private static List<OrganisationRow> others(Path workspace, String own) throws IOException {
    return Snapshot.current(new Workspace(workspace)).read(Table.ORGANISATIONS).stream()
        .filter(o -> !o.organisation().equals(own))
        .toList();
  }
}
