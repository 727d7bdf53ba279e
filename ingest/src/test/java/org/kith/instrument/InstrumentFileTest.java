package org.kith.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kith.yaml.InvalidFileException;

class InstrumentFileTest {
  private static final Set<String> CONSTRUCTS = Set.of("trust", "mutual-aid");
  private static final String RIGHT =
      """
      id: faith
      name: Faith in neighbours
      construct: trust
      licence: Our own words
      source: Written here
      wording_evidence: as printed
      scoring:
        method: mean
        min_answered: 1
        range: [1, 3]
        higher_is: more trust
      missing: {99: declined}
      answers:
        - {code: 1, label: Rarely}
        - {code: 2, label: At times}
        - {code: 3, label: Often}
      items:
        - {id: Keys, wording: Would you leave them your keys?}
        - {id: Tools, wording: Would you lend them your tools?}
      """;

  private static void assertProblems(String yaml, String... problems) {
    assertThat(yaml).as("the mistake was made").isNotEqualTo(RIGHT);
    assertThatThrownBy(() -> InstrumentFile.read(yaml, "faith.yaml", CONSTRUCTS))
        .isInstanceOfSatisfying(
            InvalidFileException.class, e -> assertThat(e.problems()).containsExactly(problems));
  }

  @Test
  void a_right_file_reads_and_leaves_out_what_may_be_left_out() {
    Instrument faith = InstrumentFile.read(RIGHT, "faith.yaml", CONSTRUCTS);
    assertThat(faith.notes()).isEmpty();
    assertThat(faith.attribution()).isEmpty();
    assertThat(faith.items().get(1))
        .isEqualTo(
            new Item(
                "Tools",
                "Would you lend them your tools?",
                List.of(
                    new Answer(1, "Rarely", "Rarely", null),
                    new Answer(2, "At times", "At times", null),
                    new Answer(3, "Often", "Often", null)),
                false,
                Map.of(99, Missing.DECLINED),
                Set.of(),
                Set.of(),
                ""));
  }

  @Test
  void the_template_for_users_reads_as_it_says() {
    Instrument template =
        InstrumentFile.read(ShippedFiles.text("template.yaml"), "template.yaml", CONSTRUCTS);
    assertThat(template.id()).isEqualTo("neighbours_help");
    assertThat(template.item("GaveHelp").orElseThrow().missing())
        .isEqualTo(Map.of(98, Missing.DONT_KNOW, 99, Missing.DECLINED));
    Item own = template.item("FeltAlone").orElseThrow();
    assertThat(own.reversed()).isTrue();
    assertThat(own.missing()).isEqualTo(Map.of(9, Missing.SKIPPED));
    assertThat(own.answers()).extracting(Answer::label).containsExactly("No", "Yes");
  }

  @Test
  void the_template_names_every_kind_of_scoring_and_of_missing() {
    String template = ShippedFiles.text("template.yaml");
    for (Scoring.Method method : Scoring.Method.values()) {
      assertThat(template).contains("# " + method.name().toLowerCase(Locale.ROOT));
    }
    for (Missing kind : Missing.values()) {
      assertThat(template).contains(kind.word());
    }
  }

  @Test
  void a_missing_key() {
    assertProblems(
        RIGHT.replace("licence: Our own words\n", ""),
        "faith.yaml, line 1: \"licence\" is missing; add it.");
  }

  @Test
  void an_unknown_key() {
    assertProblems(
        RIGHT.replace("wording: Would you lend", "wordng: Would you lend"),
        "faith.yaml, line 19: \"wording\" is missing; add it.",
        "faith.yaml, line 19: \"wordng\" is not known here; did you mean \"wording\"? Known:"
            + " answers, id, wording, reversed, missing, excluded, counted, counted_as.");
  }

  @Test
  void a_key_twice() {
    assertProblems(
        RIGHT.replace("source: Written here", "source: Written here\nname: Again"),
        "faith.yaml, line 6: \"name\" is here twice, first on line 2; keep one.");
  }

  @Test
  void a_wrong_type() {
    assertProblems(
        RIGHT.replace("code: 2,", "code: two,"),
        "faith.yaml, line 15: \"code\" must be a whole number, not \"two\".");
  }

  @Test
  void an_unknown_method() {
    assertProblems(
        RIGHT.replace("method: mean", "method: average"),
        "faith.yaml, line 8: \"method\" must be one of percent_in_codes, mean_per_item, sum, mean,"
            + " mean_of_score_map, theme_percent_positive, not \"average\".");
  }

  @Test
  void an_unknown_kind_of_missing() {
    assertProblems(
        RIGHT.replace("99: declined", "99: refused"),
        "faith.yaml, line 12: \"99\" must be one of not_asked, skipped, declined, dont_know,"
            + " dropped_out, not \"refused\".");
  }

  @Test
  void a_word_where_a_missing_code_should_be() {
    assertProblems(
        RIGHT.replace("99: declined", "Prefer not to say: declined"),
        "faith.yaml, line 12: \"missing\" has the code 'Prefer not to say', which is not a whole"
            + " number. Words an export uses for a missing answer belong in its mapping.");
  }

  @Test
  void a_missing_code_that_is_an_answer() {
    assertProblems(
        RIGHT.replace("tools?}", "tools?, missing: {3: declined}}"),
        "faith.yaml, line 19: \"missing\" names code 3, which is an answer; it cannot be both.");
  }

  @Test
  void a_range_that_the_answers_cannot_give() {
    assertProblems(
        RIGHT.replace("[1, 3]", "[1, 5]"),
        "faith.yaml, line 7: \"scoring\" has the range 1 to 5, but the answers can give 1 to 3.");
    assertProblems(
        RIGHT.replace("[1, 3]", "[1]"),
        "faith.yaml, line 10: \"range\" must be the lowest and the highest figure, such as [0,"
            + " 100].");
  }

  @Test
  void a_proportion_without_counted_answers() {
    assertProblems(
        RIGHT
            .replace("method: mean", "method: percent_in_codes")
            .replace("[1, 3]", "[0, 100]")
            .replace("tools?}", "tools?, counted: [3]}")
            .replace("keys?}", "keys?, counted: [3], excluded: [3], counted_as: said often}"),
        "faith.yaml, line 18: \"excluded\" names answer 3, which is counted; it cannot be both.",
        "faith.yaml, line 19: \"counted_as\" and \"counted\" go together: it says what the people"
            + " counted did, to follow \"about 3 in 10\", such as: said many people here can be"
            + " trusted.");
  }

  @Test
  void an_answer_that_is_counted_but_not_offered() {
    assertProblems(
        RIGHT.replace("tools?}", "tools?, counted: [7], counted_as: said often}"),
        "faith.yaml, line 19: Item Tools has no answer 7; its answers are [1, 2, 3].");
  }

  @Test
  void a_sum_that_would_leave_items_out() {
    assertProblems(
        RIGHT.replace("method: mean", "method: sum").replace("[1, 3]", "[2, 6]"),
        "faith.yaml, line 7: \"scoring\" is a sum, which needs every item: write min_answered 2,"
            + " or use a mean.");
  }

  @Test
  void more_items_asked_for_than_there_are() {
    assertProblems(
        RIGHT.replace("min_answered: 1", "min_answered: 3"),
        "faith.yaml, line 7: \"scoring\" asks for min_answered 3, but there are only 2 items.");
  }

  @Test
  void scores_missing_or_not_wanted() {
    assertProblems(
        RIGHT.replace("label: Often}", "label: Often, score: 3}"),
        "faith.yaml, line 18: \"answers\" have scores, which only the scoring mean_of_score_map"
            + " uses.",
        "faith.yaml, line 19: \"answers\" have scores, which only the scoring mean_of_score_map"
            + " uses.");
    assertProblems(
        RIGHT.replace("method: mean", "method: mean_of_score_map"),
        "faith.yaml, line 18: \"answers\" need a score each, because the scoring is"
            + " mean_of_score_map.",
        "faith.yaml, line 19: \"answers\" need a score each, because the scoring is"
            + " mean_of_score_map.");
  }

  @Test
  void answers_that_cannot_be_told_apart() {
    assertProblems(
        RIGHT.replace("label: At times", "label: Rarely").replace("  - {id: Tools", "#"),
        "faith.yaml, line 18: \"answers\" use a label twice; an export with labels could not tell"
            + " them apart.");
    assertProblems(
        RIGHT.replace("code: 2", "code: 1").replace("  - {id: Tools", "#"),
        "faith.yaml, line 18: Item Keys uses an answer code twice: [1, 1, 3]");
  }

  @Test
  void an_id_that_cannot_be_a_file_or_column_name() {
    assertProblems(
        RIGHT.replace("id: faith", "id: Faith 2"),
        "faith.yaml, line 1: Instrument id 'Faith 2' must be lower-case letters, digits and _.");
    assertProblems(
        RIGHT.replace("id: Keys", "id: 1st"),
        "faith.yaml, line 18: Item id '1st' must start with a letter and hold only letters, digits"
            + " and _.");
  }

  @Test
  void a_negative_answer_code() {
    assertProblems(
        RIGHT.replace("code: 1", "code: -1"),
        "faith.yaml, line 14: Answer code -1 is negative; negative codes are kept for missing"
            + " answers.");
  }
}
