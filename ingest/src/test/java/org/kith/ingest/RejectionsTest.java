package org.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.mapping.Problem;

class RejectionsTest {
  private final Rejections rejections = new Rejections();

  @AfterEach
  void close() throws IOException {
    rejections.close();
  }

  private List<String> sentences() {
    return rejections.kinds().stream().map(k -> k.sentence("a.csv")).toList();
  }

  @Test
  void one_rejection_is_said_with_its_row() throws IOException {
    rejections.add(new Problem(5, "trust", "code 9 is no answer."));
    assertThat(sentences()).containsExactly("a.csv, row 5, column \"trust\": code 9 is no answer.");
  }

  @Test
  void the_same_of_the_same_column_is_said_once_with_the_first_three_rows() throws IOException {
    for (int row = 5; row < 17; row++) {
      rejections.add(new Problem(row, "trust", "code 9 is no answer."));
    }
    rejections.add(new Problem(20, "", "has no person."));
    rejections.add(new Problem(21, "", "has no person."));
    rejections.add(new Problem(22, "belong", "code 9 is no answer."));
    assertThat(sentences())
        .containsExactly(
            "a.csv, 12 rows (5, 6, 7, …), column \"trust\": code 9 is no answer.",
            "a.csv, 2 rows (20, 21): has no person.",
            "a.csv, row 22, column \"belong\": code 9 is no answer.");
    assertThat(rejections.others()).isZero();
  }

  @Test
  void kinds_beyond_the_tenth_are_counted_and_none_is_lost() throws IOException {
    for (int row = 1; row <= 12; row++) {
      rejections.add(new Problem(row, "q" + row, "is wrong."));
    }
    rejections.add(new Problem(13, "q1", "is wrong."));
    assertThat(rejections.kinds()).hasSize(10);
    assertThat(rejections.others()).isEqualTo(2);
    List<Integer> rows = new ArrayList<>();
    rejections.forEach(p -> rows.add(p.row()));
    assertThat(rows).hasSize(13).isSorted();
  }
}
