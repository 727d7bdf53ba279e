package org.kith.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.workspace.Settings.Group;
import org.kith.workspace.Settings.Group.Rule;
import org.kith.yaml.InvalidFileException;

class SettingsFileTest {
  private static final Group AGE =
      new Group("age", "Age", Rule.BANDS, List.of(16, 35, 55, 75), List.of());

  private static void assertProblems(String yaml, String... problems) {
    assertThatThrownBy(() -> SettingsFile.read(yaml))
        .isInstanceOfSatisfying(
            InvalidFileException.class, e -> assertThat(e.problems()).containsExactly(problems));
  }

  @Test
  void a_name_is_enough() {
    assertThat(SettingsFile.read("name: Larkmoor"))
        .isEqualTo(
            new Settings(
                "Larkmoor",
                "",
                "Contracts, payment, or comparing organisations.",
                false,
                new DisclosureRules(10, 5, 3, 11),
                List.of(),
                ""));
  }

  @Test
  void everything_can_be_said() {
    assertThat(
            SettingsFile.read(
                """
                name: Larkmoor and its neighbours
                question: What helps people here turn to each other?
                not_used_for: Contracts.
                invented: true
                disclosure: {people: 20, rounding: 10, organisations: 4, staff: 15}
                groups:
                  - {id: age, name: Age, rule: bands, bands: [16, 35, 55, 75]}
                  - {id: home, name: Home, rule: listed, values: [Owns it, Rents]}
                  - {id: area, name: Postcode area, rule: outward_code}
                """))
        .isEqualTo(
            new Settings(
                "Larkmoor and its neighbours",
                "What helps people here turn to each other?",
                "Contracts.",
                true,
                new DisclosureRules(20, 10, 4, 15),
                List.of(
                    AGE,
                    new Group("home", "Home", Rule.LISTED, List.of(), List.of("Owns it", "Rents")),
                    new Group("area", "Postcode area", Rule.OUTWARD_CODE, List.of(), List.of())),
                ""));
  }

  @Test
  void a_councils_own_sign_in_is_named_by_its_address_and_never_unencrypted() {
    assertThat(
            SettingsFile.read(
                    """
                    name: L
                    sign_in: {issuer: "https://login.example.gov.uk/t1", client_id: kith}
                    """)
                .signIn())
        .isEqualTo(new Settings.SignIn("https://login.example.gov.uk/t1", "kith"));
    assertThatThrownBy(
            () ->
                SettingsFile.read(
                    """
                    name: L
                    sign_in: {issuer: "http://login.example.gov.uk", client_id: kith}
                    """))
        .hasMessageContaining("must be the https address of the council's sign-in");
  }

  @Test
  void protection_may_be_raised_and_never_lowered() {
    assertThat(SettingsFile.read("name: L\ndisclosure: {people: 30}").disclosure())
        .isEqualTo(new DisclosureRules(30, 5, 3, 11));
    assertProblems(
        """
        name: L
        disclosure:
          people: 5
          rounding: 1
          organisations: two
          staff: 10
        """,
        "kith.yaml, line 3: \"people\" is 5, but may not be lowered below 10: a figure about fewer"
            + " people could point at one of them. Leave it out, or write 10 or more.",
        "kith.yaml, line 4: \"rounding\" is 1, but may not be lowered below 5: finer counts would"
            + " let two snapshots be subtracted to find one person. Leave it out, or write 5 or"
            + " more.",
        "kith.yaml, line 5: \"organisations\" must be a whole number, not \"two\".",
        "kith.yaml, line 6: \"staff\" is 10, but may not be lowered below 11: whoever writes a"
            + " reflection has colleagues who would recognise them. Leave it out, or write 11 or"
            + " more.");
  }

  @Test
  void two_organisations_are_too_few_for_a_pooled_figure() {
    assertProblems(
        "name: L\ndisclosure: {organisations: 2}",
        "kith.yaml, line 2: \"organisations\" is 2, but may not be lowered below 3: with two, each"
            + " could subtract its own figure and read the other's. Leave it out, or write 3 or"
            + " more.");
  }

  @Test
  void a_group_says_what_its_rule_needs_and_nothing_else() {
    assertProblems(
        """
        name: L
        groups:
          - {id: age, name: Age, rule: bands}
          - {id: home, name: Home, rule: listed, bands: [16]}
          - {id: Area, name: Area, rule: outward_code}
          - {id: old, name: Old, rule: bands, bands: [35, 16]}
          - {id: x, name: X, rule: guess}
        """,
        "kith.yaml, line 3: \"bands\" must be the lower edges of the bands, such as [16, 35, 55,"
            + " 75].",
        "kith.yaml, line 4: \"values\" must be the answers to keep, such as [Owns it, Rents].",
        "kith.yaml, line 4: \"bands\" is not known here; Known: rule, values, id, name.",
        "kith.yaml, line 5: Group id 'Area' must be lower-case letters, digits and _.",
        "kith.yaml, line 6: The bands of group old must rise from 0 or more: [35, 16].",
        "kith.yaml, line 7: \"rule\" must be one of bands, outward_code, listed, not \"guess\".");
  }

  @Test
  void two_groups_cannot_share_an_id() {
    assertProblems(
        """
        name: L
        groups:
          - {id: area, name: Area, rule: outward_code}
          - {id: area, name: Home area, rule: outward_code}
        """,
        "kith.yaml, line 2: \"groups\" use the id area twice; give one of them another.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, under 16",
    "15, under 16",
    "16, 16 to 34",
    "34, 16 to 34",
    "35, 35 to 54",
    "74, 55 to 74",
    "75, 75 and over",
    "102, 75 and over"
  })
  void an_age_falls_in_a_band(int age, String band) {
    assertThat(AGE.band(age)).isEqualTo(band);
  }

  @Test
  void bands_have_names_in_order() {
    assertThat(AGE.labels())
        .containsExactly("under 16", "16 to 34", "35 to 54", "55 to 74", "75 and over");
    Group fromNought = new Group("n", "N", Rule.BANDS, List.of(0, 1, 5), List.of());
    assertThat(fromNought.labels()).containsExactly("0", "1 to 4", "5 and over");
    assertThat(fromNought.band(0)).isEqualTo("0");
    assertThat(fromNought.band(9)).isEqualTo("5 and over");
  }
}
