package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kith.lake.Snapshot;
import org.kith.published.ControlPointRow;
import org.kith.published.EventRow;
import org.kith.published.Table;
import org.kith.published.WaveRow;

/** The sample has a snapshot that stops at a wave, and one of everything. */
@ExtendWith(PublishedSample.Once.class)
class TwoSnapshotsTest {

  private static Snapshot earlier(PublishedSample sample) throws IOException {
    List<String> ids = Snapshot.ids(sample.workspace());
    assertThat(ids).hasSize(2).last().isEqualTo(sample.snapshot().id());
    return Snapshot.open(sample.workspace(), ids.get(0));
  }

  @Test
  void the_earlier_knows_no_quarter_and_no_event_after_its_wave(PublishedSample sample)
      throws IOException {
    Snapshot earlier = earlier(sample);
    assertThat(earlier.manifest().until()).isEqualTo(PublishedSample.EARLIER);
    assertThat(earlier.tampered()).isEmpty();
    List<String> waves = earlier.read(Table.WAVES).stream().map(WaveRow::wave).toList();
    assertThat(waves).hasSize(World.WAVES.size() - 1).last().isEqualTo(PublishedSample.EARLIER);
    assertThat(earlier.read(Table.EVENTS))
        .extracting(EventRow::words)
        .contains("The evening bus stopped");
    for (Table<?> table : Table.ALL) {
      for (Record row : earlier.read(table)) {
        time(row).ifPresent(t -> assertThat(t).isLessThanOrEqualTo(PublishedSample.EARLIER));
      }
    }
  }

  /**
   * What is hidden in one and shown in the other could be worked out from the two together. Of
   * quarters that both hold, they say the same.
   */
  @Test
  void of_the_quarters_that_both_hold_both_say_the_same(PublishedSample sample) throws IOException {
    Snapshot earlier = earlier(sample);
    int same = 0;
    for (Table<?> table : Table.ALL) {
      List<Record> then = timed(earlier, table);
      List<Record> now = timed(sample.snapshot(), table);
      now.removeIf(r -> time(r).orElseThrow().compareTo(PublishedSample.EARLIER) > 0);
      if (table.equals(Table.CONTROL_POINTS)) {
        then.replaceAll(TwoSnapshotsTest::withoutLimits);
        now.replaceAll(TwoSnapshotsTest::withoutLimits);
      }
      assertThat(then.equals(now)).as(table.name()).isTrue();
      same += then.size();
    }
    assertThat(same).isGreaterThan(5_000);
  }

  /** Without limits: those of fewer than twelve points are on trial, and move with each new one. */
  private static Record withoutLimits(Record row) {
    ControlPointRow point = (ControlPointRow) row;
    return new ControlPointRow(
        point.instrument(),
        point.measure(),
        point.scope(),
        point.unit(),
        point.wave(),
        point.value(),
        null,
        null,
        null,
        0,
        true,
        null,
        point.visibility());
  }

  private static List<Record> timed(Snapshot snapshot, Table<?> table) throws IOException {
    List<Record> rows = new ArrayList<>();
    for (Record row : snapshot.read(table)) {
      if (time(row).isPresent()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** The wave or period of a row. */
  private static Optional<String> time(Record row) {
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      if (component.getName().equals("wave") || component.getName().equals("period")) {
        try {
          return Optional.ofNullable((String) component.getAccessor().invoke(row));
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(e.getMessage(), e);
        }
      }
    }
    return Optional.empty();
  }
}
