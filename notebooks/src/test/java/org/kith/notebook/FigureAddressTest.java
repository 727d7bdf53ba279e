package org.kith.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureAddressTest {
  @Test
  void the_parts_become_conditions_on_the_columns_there_are() {
    List<Object> parameters = new ArrayList<>();
    String sql =
        FigureAddress.parse("level.cls_trust_neighbourhood.STrust.2025q4.place.larkmoor")
            .sql(List.of("instrument", "item", "wave", "scope", "unit", "percent"), parameters);
    assertThat(sql)
        .isEqualTo(
            "from levels where \"instrument\" = ? and \"item\" = ? and \"wave\" = ?"
                + " and \"scope\" = ? and \"unit\" = ?");
    assertThat(parameters)
        .containsExactly("cls_trust_neighbourhood", "STrust", "2025q4", "PLACE", "larkmoor");
  }

  @Test
  void a_part_that_does_not_apply_and_a_column_that_is_not_there_ask_nothing() {
    List<Object> parameters = new ArrayList<>();
    String sql =
        FigureAddress.parse("change.i.m.-.all.all")
            .sql(List.of("instrument", "measure", "from", "to", "scope"), parameters);
    assertThat(sql)
        .isEqualTo("from changes where \"instrument\" = ? and \"measure\" = ? and \"scope\" = ?");
    assertThat(parameters).containsExactly("i", "m", "ALL");
  }

  @Test
  void what_somebody_types_is_never_part_of_the_question() {
    List<Object> parameters = new ArrayList<>();
    String sql =
        FigureAddress.parse("level.x' or 1=1 --.m.w.all.all")
            .sql(List.of("instrument", "item", "wave"), parameters);
    assertThat(sql).doesNotContain("1=1");
    assertThat(parameters).contains("x' or 1=1 --");
  }

  @Test
  void what_is_no_address_is_told_with_what_would_be() {
    assertThatThrownBy(() -> FigureAddress.parse("levl.a.b.c.d.e"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("distribution, level");
    assertThatThrownBy(() -> FigureAddress.parse("level.a.b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("level.cls_trust_neighbourhood.STrust.2025q4.all.all");
  }
}
