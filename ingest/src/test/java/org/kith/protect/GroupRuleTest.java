package org.kith.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.workspace.Settings.Group;

class GroupRuleTest {
  private static final Group AGE =
      new Group("age", "Age", Group.Rule.BANDS, List.of(16, 35, 75), List.of());

  @ParameterizedTest
  @CsvSource({
    "0, under 16",
    "15, under 16",
    "16, 16 to 34",
    "' 34 ', 16 to 34",
    "35.0, 35 to 74",
    "75, 75 and over",
    "120, 75 and over",
    "under 16, under 16",
    "16 to 34, 16 to 34",
    "-3,",
    "35.5,",
    "1990-05-01,",
    "old,",
    "'',"
  })
  void a_number_or_a_band_s_own_name_becomes_that_band(String cell, String band) {
    assertThat(GroupRule.of(AGE).apply(cell)).isEqualTo(band);
  }

  @Test
  void every_band_that_comes_out_is_one_the_settings_name() {
    GroupRule rule = GroupRule.of(AGE);
    for (int years = 0; years < 130; years++) {
      assertThat(AGE.labels()).contains(rule.apply(String.valueOf(years)));
    }
  }

  @Test
  void bands_from_0_have_nothing_under_them() {
    Group all = new Group("age", "Age", Group.Rule.BANDS, List.of(0, 18), List.of());
    assertThat(GroupRule.of(all).apply("0")).isEqualTo("0 to 17");
  }

  @ParameterizedTest
  @CsvSource({"ZZ1 4QT, ZZ1", "zz14qt, ZZ1", "ZZ1, ZZ1", "ZZ1A 4QT, ZZ1A", "not said,", "4QT,"})
  void of_a_postcode_only_its_outward_code_stays(String cell, String code) {
    Group area = new Group("area", "Area", Group.Rule.OUTWARD_CODE, List.of(), List.of());
    assertThat(GroupRule.of(area).apply(cell)).isEqualTo(code);
  }

  @Test
  void a_listed_answer_comes_out_as_the_list_writes_it_and_no_other_does() {
    Group home =
        new Group("home", "Home", Group.Rule.LISTED, List.of(), List.of("Owns it", "Doesn't say"));
    assertThat(GroupRule.of(home).apply(" owns  IT ")).isEqualTo("Owns it");
    assertThat(GroupRule.of(home).apply("doesn’t say")).isEqualTo("Doesn't say");
    assertThat(GroupRule.of(home).apply("12 Mill Lane")).isNull();
  }
}
