package org.kith.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kith.instrument.InstrumentLibrary;
import org.kith.instrument.Missing;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;
import org.kith.workspace.Settings.Group;
import org.kith.yaml.YamlMap;
import org.kith.yaml.YamlText;

/** Headings and cells are invented after the layouts of real exports. */
class SuggestionTest {
  private static final InstrumentLibrary LIBRARY = InstrumentLibrary.shipped();
  private static final Settings SETTINGS =
      new Settings(
          "Larkmoor",
          "",
          "",
          true,
          new DisclosureRules(10, 5, 3, 11),
          List.of(
              new Group("age", "Age", Group.Rule.BANDS, List.of(16, 35, 55, 75), List.of()),
              new Group(
                  "home",
                  "Home",
                  Group.Rule.LISTED,
                  List.of(),
                  List.of("Owns it", "Rents from the council", "Rents privately")),
              new Group("area", "Area", Group.Rule.OUTWARD_CODE, List.of(), List.of())),
          "");
  private static final List<Organisation> ORGANISATIONS =
      List.of(
          new Organisation("millbrook", "Millbrook Kitchen", "larkmoor", "Larkmoor"),
          new Organisation("harbour-hands", "Harbour Hands", "saltby", "Saltby"));

  private record Source(
      String column, String constant, String format, Map<String, String> values) {}

  private record ItemLine(
      String instrument, String item, String column, Map<String, Integer> codes) {}

  /** A mapping as every mapping is written. */
  private record Mapping(
      String match,
      String tool,
      Source organisation,
      Source wave,
      Optional<String> person,
      Optional<String> response,
      Map<String, Source> groups,
      List<ItemLine> items,
      Map<String, Missing> missing) {

    static Mapping of(String yaml) {
      return YamlText.read(
          yaml,
          "proposal.yaml",
          m ->
              new Mapping(
                  m.text("match"),
                  m.text("tool"),
                  m.neededMap("organisation", Mapping::source).orElse(null),
                  m.neededMap("wave", Mapping::source).orElse(null),
                  m.map("person", p -> p.text("column")),
                  m.map("response", p -> p.text("column")),
                  m.mapTable("groups", Mapping::source),
                  m.maps(
                      "items",
                      i ->
                          new ItemLine(
                              i.text("instrument"),
                              i.text("item"),
                              i.text("column"),
                              i.wholeTable("codes"))),
                  m.wordTable("missing", Missing.class)));
    }

    private static Source source(YamlMap m) {
      return new Source(
          m.text("column", ""), m.text("constant", ""), m.text("format", ""), m.table("values"));
    }

    /** Column to "instrument item". */
    Map<String, String> found() {
      Map<String, String> found = new LinkedHashMap<>();
      items.forEach(i -> found.put(i.column(), i.instrument() + " " + i.item()));
      return found;
    }
  }

  private static List<String> cells(String row, String separator) {
    return Arrays.stream(row.split(separator, -1))
        .map(c -> c.equals("_") ? "" : c.strip())
        .toList();
  }

  private static String proposal(String tool, String... lines) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      rows.add(cells(line, "\\|"));
    }
    return Suggestion.mappingFor(
        "larkmoor-2025-11.csv",
        tool,
        rows.get(0),
        rows.subList(1, rows.size()),
        LIBRARY,
        SETTINGS,
        ORGANISATIONS);
  }

  private static String plainCsv() {
    return proposal(
        "csv",
        "No.|Date|Organisation|Name|E-mail|Member number|Age|Home|Postcode|Thinking about the people"
            + " who live in this neighbourhood, to what extent do you believe they can be"
            + " trusted?|I borrow things and exchange favours with my neighbours|Anything else?",
        "1|04/03/2025|Millbrook Kitchen|Ada Elder|ada@example.org|M17|34|Owns it|LM1 4QT|Many of the"
            + " people can be trusted|Tend to agree|It was fine",
        "2|28/03/2025|Harbour Hands|Bo Reed|bo@example.org|M18|71|Rents privately|LM2 9ZZ|Some can"
            + " be trusted|Don’t know|Thank you",
        "3|02/04/2025|Harbour Hands|Cy Moss|cy@example.org|M19|55|Something else|LM2 1AA|Prefer not"
            + " to say|Definitely disagree|_");
  }

  @Test
  void a_column_of_codes_is_proposed_as_that_and_no_code_is_shown() {
    String proposal =
        proposal(
            "csv",
            "No.|Date|Organisation|Token|I borrow things and exchange favours with my neighbours",
            "1|2025-03-04|Millbrook Kitchen|QH2S-2JRJ-7VNB-S208|Tend to agree",
            "2|2025-03-28|Harbour Hands|ds4yv4pxjz1h4zf0|Tend to agree",
            "3|2025-04-02|Harbour Hands|lost it|Definitely disagree");
    assertThat(proposal)
        .contains("\ncode: \"Token\"\n")
        .doesNotContainIgnoringCase("QH2S", "ds4y", "lost it")
        .doesNotContain("\nperson:");
    // Numbers of the same length are none: one in 32 would be by chance.
    assertThat(
            proposal(
                "csv",
                "No.|Date|Organisation|Token",
                "1|2025-03-04|Millbrook Kitchen|1234567890123456",
                "2|2025-03-28|Harbour Hands|6543210987654321"))
        .doesNotContain("\ncode:");
  }

  @Test
  void questions_and_labels_in_a_plain_csv_are_recognised_surely() {
    Mapping mapping = Mapping.of(plainCsv());
    assertThat(mapping.match()).isEqualTo("larkmoor*.csv");
    assertThat(mapping.organisation())
        .isEqualTo(
            new Source(
                "Organisation",
                "",
                "",
                Map.of("Millbrook Kitchen", "millbrook", "Harbour Hands", "harbour-hands")));
    assertThat(mapping.wave()).isEqualTo(new Source("Date", "", "dd/MM/yyyy", Map.of()));
    assertThat(mapping.person()).contains("Member number");
    assertThat(mapping.response()).contains("No.");
    assertThat(mapping.groups())
        .isEqualTo(
            Map.of(
                "age", new Source("Age", "", "", Map.of()),
                "home", new Source("Home", "", "", Map.of()),
                "area", new Source("Postcode", "", "", Map.of())));
    assertThat(mapping.found().values())
        .containsExactly("cls_trust_neighbourhood STrust", "cls_exchange_favours SFavour");
    assertThat(mapping.items()).allSatisfy(i -> assertThat(i.codes()).isEmpty());
    assertThat(mapping.missing())
        .isEqualTo(Map.of("Prefer not to say", Missing.DECLINED, "Don’t know", Missing.DONT_KNOW));
    assertThat(plainCsv())
        .contains("  # Sure: the same question; the answers are its labels.\n")
        .contains(
            "  # Sure: the question, cut short or without the words before it; the answers are its labels.\n")
        .contains("# Not used: Anything else?\n");
  }

  @Test
  void what_looks_identifying_is_dropped_and_never_repeated() {
    String proposal = plainCsv();
    assertThat(proposal)
        .contains("# Dropped at the door, because it looks identifying: Name; E-mail\n")
        .doesNotContain("Ada Elder", "ada@example.org", "LM1", "M17", "It was fine");
  }

  @Test
  void codes_of_limesurvey_are_taken_in_order_and_said_to_be_checked() {
    String proposal =
        proposal(
            "limesurvey",
            "id|submitdate|lastpage|startlanguage|seed|token|startdate|ipaddr|ORG|AGE|HOME|TRUST|PRIDE[SQ001]|PRIDE[SQ002]|HELP[SQ001]",
            "7|2025-03-04 09:15:02|4|en|18|t7xq|2025-03-04 09:12:33|192.0.2.1|A1|50|A1|A4|A1|A2|Y",
            "8|_|2|en|19|p3mb|2025-03-05 10:12:00|192.0.2.2|A2|33|A2|A2|A5|A97|_",
            "9|2025-03-06 09:15:02|4|en|20|k9cd|2025-03-06 09:12:33|192.0.2.3|A1|71|A2|A1|A4|A3|Y");
    Mapping mapping = Mapping.of(proposal);
    assertThat(mapping.wave())
        .as("the start, which partial answers have too")
        .isEqualTo(new Source("startdate", "", "yyyy-MM-dd HH:mm:ss", Map.of()));
    assertThat(mapping.person()).contains("token");
    assertThat(mapping.response()).contains("id");
    assertThat(mapping.organisation().values()).isEqualTo(Map.of("A1", "?", "A2", "?"));
    assertThat(mapping.groups().get("age").column()).isEqualTo("AGE");
    assertThat(mapping.groups().get("home").values()).isEqualTo(Map.of("A1", "?", "A2", "?"));
    assertThat(mapping.items())
        .contains(
            new ItemLine(
                "cls_trust_neighbourhood",
                "STrust",
                "TRUST",
                Map.of("A1", 1, "A2", 2, "A3", 3, "A4", 4)));
    assertThat(mapping.found())
        .containsEntry("PRIDE[SQ001]", "cls_pride_local_area PrideLive")
        .containsEntry("PRIDE[SQ002]", "cls_pride_local_area PrideStay")
        .doesNotContainKey("HELP[SQ001]");
    assertThat(mapping.missing()).isEqualTo(Map.of("A97", Missing.DONT_KNOW));
    assertThat(proposal)
        .contains(
            "A guess, check this: its name alone; the answers are codes taken in the order of the"
                + " instrument: check that A1 means \"Many of the people can be trusted\".")
        .contains("Known: millbrook, harbour-hands.")
        .contains("# Most headings are short names.")
        .contains("looks identifying: ipaddr\n");
  }

  @Test
  void limesurvey_headings_with_code_and_question_are_compared_by_the_question() {
    Mapping mapping =
        Mapping.of(
            proposal(
                "limesurvey",
                "id. Response ID|startdate. Date started|G01Q02. How strongly do you feel you belong"
                    + " to your immediate neighbourhood?",
                "1|2025-03-04 09:15:02|Very strongly",
                "2|2025-03-04 10:15:02|Not very strongly"));
    assertThat(mapping.found().values()).containsExactly("cls_belong_neighbourhood SBeNeigh");
    assertThat(mapping.response()).contains("id. Response ID");
  }

  private static String qualtrics() {
    return proposal(
        "qualtrics",
        "StartDate|Status|IPAddress|Finished|ResponseId|RecipientEmail|Q1|Q2|Q3_1|Q3_2|Q4|Status",
        "Start Date|Response Type|IP Address|Finished|Response ID|Recipient Email|Who gave you this"
            + " form?|How old are you?|Do you agree? - I am proud to live in my local area|Do you"
            + " agree? - I would recommend my local area to others as a good place to live|Trust"
            + " what people say.|Status",
        "{\"ImportId\":\"startDate\"}|{\"ImportId\":\"status\"}|{\"ImportId\":\"ip\"}|x|x|x|x|x|x|x|x|x",
        "2025-03-04 09:12:33|0|192.0.2.1|1|R_2abc|a@example.org|1|34|1|2|11|new",
        "2025-03-05 09:12:33|0|192.0.2.2|1|R_2abd|b@example.org|2|77|5|-99|12|new",
        "2025-03-05 19:12:33|0|192.0.2.3|0|R_2abe|c@example.org|2|18|3|4|13|old",
        "2025-03-05 20:12:33|0|192.0.2.4|1|R_2abf|d@example.org|2|41|3|9|14|old",
        "2025-03-05 21:12:33|0|192.0.2.5|1|R_2abg|e@example.org|1|42|4|1|15|old",
        "2025-03-05 22:12:33|0|192.0.2.6|1|R_2abh|f@example.org|1|43|2|1|16|old");
  }

  @Test
  void qualtrics_questions_stand_below_its_headings() {
    Mapping mapping = Mapping.of(qualtrics());
    assertThat(mapping.found())
        .isEqualTo(
            Map.of(
                "Q3_1", "cls_pride_local_area PrideLive",
                "Q3_2", "cls_pride_local_area PrideRecommend",
                "Q4", "ipip_spi_trust4 q_1855"));
    assertThat(mapping.organisation().column()).isEqualTo("Q1");
    assertThat(mapping.groups().get("age").column()).isEqualTo("Q2");
    assertThat(mapping.response()).contains("ResponseId");
    assertThat(mapping.person()).isEmpty();
    assertThat(mapping.missing()).isEqualTo(Map.of("-99", Missing.SKIPPED));
    assertThat(mapping.items().get(2).codes())
        .as("numbered from 11, all six seen")
        .isEqualTo(Map.of("11", 1, "12", 2, "13", 3, "14", 4, "15", 5, "16", 6));
  }

  @Test
  void numbers_are_said_to_be_checked_and_strays_are_told() {
    assertThat(qualtrics())
        .contains(
            "  # Fairly sure: the question, with other words before it; the answers are its numbers:"
                + " check that 1 means \"Strongly agree\".\n"
                + "  - {instrument: cls_pride_local_area, item: PrideLive, column: \"Q3_1\"}\n")
        .contains(
            "check that 1 means \"Strongly agree\"; not all values fit, which ingest will tell row"
                + " by row.\n"
                + "  - {instrument: cls_pride_local_area, item: PrideRecommend, column: \"Q3_2\"}\n")
        .contains("# No column seems to know a person again")
        .as("a heading that occurs twice has its position")
        .contains("# Not used: Status #2\n");
  }

  @Test
  void names_of_kobotoolbox_are_matched_by_their_short_labels() {
    String proposal =
        proposal(
            "kobotoolbox",
            "start|end|about/org|about/your_name|g/trust|g/pride_live|g/helped|g/helped/gp|_id|_uuid|_submission_time|_submitted_by|_index",
            "s|e|harbour_hands|Ada Elder|many|str_agree|neighbour gp|1|1042|u-1|2025-03-04T09:16:10|_|1",
            "s|e|millbrook|Bo Reed|few|neither|_|_|1043|u-2|2025-03-04T10:02:00|_|2",
            "s|e|millbrook|Cy Moss|pns|str_dis|gp|1|1044|u-3|2025-04-04T10:02:00|_|3");
    Mapping mapping = Mapping.of(proposal);
    assertThat(mapping.organisation().values())
        .isEqualTo(Map.of("harbour_hands", "harbour-hands", "millbrook", "millbrook"));
    assertThat(mapping.wave()).isEqualTo(new Source("_submission_time", "", "", Map.of()));
    assertThat(mapping.response()).contains("_uuid");
    assertThat(mapping.items())
        .containsExactly(
            new ItemLine(
                "cls_trust_neighbourhood", "STrust", "g/trust", Map.of("many", 1, "few", 3)),
            new ItemLine(
                "cls_pride_local_area",
                "PrideLive",
                "g/pride_live",
                Map.of("str_agree", 1, "neither", 3, "str_dis", 5)));
    assertThat(mapping.missing()).isEqualTo(Map.of("pns", Missing.DECLINED));
    assertThat(proposal).contains("# Not used: g/helped; g/helped/gp\n");
  }

  @Test
  void what_only_the_user_can_know_is_asked_and_not_guessed() {
    String proposal = proposal("csv", "Colour|Shape", "red|round", "blue|square");
    Mapping mapping = Mapping.of(proposal);
    assertThat(mapping.organisation().constant()).isEqualTo("?");
    assertThat(mapping.wave().constant()).isEqualTo("?");
    assertThat(mapping.items()).isEmpty();
    assertThat(proposal)
        .contains("# Check this: no column seems to name the organisation.")
        .contains("# Check this: no heading is like a question of an instrument that Kith knows.")
        .contains("# Not used: Colour; Shape\n");
  }

  @Test
  void a_workspace_of_one_organisation_needs_no_column_for_it() {
    String proposal =
        Suggestion.mappingFor(
            "a.csv",
            "csv",
            List.of("When"),
            List.of(List.of("2025q4")),
            LIBRARY,
            SETTINGS,
            ORGANISATIONS.subList(0, 1));
    Mapping mapping = Mapping.of(proposal);
    assertThat(mapping.organisation().constant()).isEqualTo("millbrook");
    assertThat(mapping.wave()).isEqualTo(new Source("When", "", "", Map.of()));
  }

  @Test
  void day_and_month_that_cannot_be_told_apart_are_asked_about() {
    assertThat(proposal("csv", "Date", "04/03/2025", "05/06/2025"))
        .contains("the sample does not tell day from month; the day is taken to be first")
        .contains("format: \"dd/MM/yyyy\"");
    assertThat(proposal("csv", "Date", "04/03/2025", "05/26/2025"))
        .doesNotContain("day from month")
        .contains("format: \"MM/dd/yyyy\"");
  }

  @Test
  void the_same_question_in_two_instruments_is_pointed_out() {
    assertThat(
            proposal(
                "csv",
                "How strongly do you feel you belong to your immediate neighbourhood?",
                "Very strongly",
                "Fairly strongly"))
        .contains("The same question is in shs_belong: check which survey it was.");
  }

  @Test
  void headings_with_quotation_marks_and_line_breaks_stay_valid_yaml() {
    String proposal =
        proposal(
            "csv",
            "He said \"how strongly do you feel you\nbelong to your immediate neighbourhood?\"|C:\\x",
            "Very strongly|1",
            "Fairly strongly|2");
    assertThat(Mapping.of(proposal).items().get(0).column())
        .isEqualTo(
            "He said \"how strongly do you feel you belong to your immediate neighbourhood?\"");
  }

  @Test
  void the_same_export_gives_the_same_proposal() {
    assertThat(plainCsv()).isEqualTo(plainCsv());
  }

  @Test
  void the_pattern_of_file_names_leaves_dates_and_numbers_out() {
    assertThat(Suggestion.pattern("larkmoor-2025-11.csv")).isEqualTo("larkmoor*.csv");
    assertThat(Suggestion.pattern("results-survey123456.csv")).isEqualTo("results-survey*.csv");
    assertThat(Suggestion.pattern("2025.csv")).isEqualTo("2025*.csv");
    assertThat(Suggestion.pattern("a [new] form (2).csv")).isEqualTo("a ?new? form*.csv");
  }
}
