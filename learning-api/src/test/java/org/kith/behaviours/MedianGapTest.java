package org.kith.behaviours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected numbers: R 4.2.2, src/test/r/median_gap.R. */
class MedianGapTest {
  private static final Path CASES =
      Path.of("src/test/resources/org/kith/behaviours/median_gap.csv");

  static List<String> cases() throws IOException {
    List<String> lines = Files.readAllLines(CASES);
    return lines.subList(1, lines.size());
  }

  private static int[] answers(String cell) {
    return Arrays.stream(cell.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void medians_quartiles_gap_and_interval_agree_with_r(String line) {
    String[] cells = line.split(",", -1);
    double[] r = Arrays.stream(cells).skip(3).mapToDouble(Double::parseDouble).toArray();
    int[] a = answers(cells[1]);
    int[] b = answers(cells[2]);
    Middle first = Middle.of(a);
    Middle second = Middle.of(b);
    assertThat(new double[] {first.lower(), first.median(), first.upper()})
        .containsExactly(new double[] {r[0], r[1], r[2]}, within(1e-12));
    assertThat(new double[] {second.lower(), second.median(), second.upper()})
        .containsExactly(new double[] {r[3], r[4], r[5]}, within(1e-12));
    MedianGap gap = MedianGap.of(a, b);
    assertThat(new double[] {gap.gap(), gap.standardError(), gap.low(), gap.high()})
        .containsExactly(new double[] {r[6], r[7], r[8], r[9]}, within(1e-8));
  }

  /** ci.median2 of R's statpsych prints 4.316291, -16.95977 and -0.04022524 for these. */
  @Test
  void the_published_example_of_statpsych_comes_out() {
    MedianGap gap =
        MedianGap.of(
            new int[] {32, 39, 26, 35, 43, 27, 40, 37, 34, 29},
            new int[] {36, 44, 47, 42, 49, 39, 46, 31, 33, 48});
    assertThat(gap.standardError()).isCloseTo(4.316291, within(5e-7));
    assertThat(gap.low()).isCloseTo(-16.95977, within(5e-6));
    assertThat(gap.high()).isCloseTo(-0.04022524, within(5e-9));
  }

  @Test
  void where_everybody_gave_one_answer_the_interval_says_nothing() {
    int[] same = new int[11];
    Arrays.fill(same, 4);
    assertThat(MedianGap.of(same, same).tells()).isFalse();
    assertThat(MedianGap.of(same, same).apart()).isFalse();
  }

  @Test
  void fewer_than_five_have_no_interval() {
    assertThatThrownBy(() -> MedianGap.of(new int[] {1, 2, 3, 4}, new int[20]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
