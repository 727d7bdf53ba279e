package org.kith.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.yaml.InvalidFileException;

class InstrumentLibraryTest {
  private static final InstrumentLibrary SHIPPED = InstrumentLibrary.shipped();
  private static final String OGL =
      "Contains public sector information licensed under the Open Government Licence v3.0";

  static Stream<Instrument> shipped() {
    return SHIPPED.instruments().stream();
  }

  private static Instrument shipped(String id) {
    return SHIPPED.instrument(id).orElseThrow();
  }

  private static Item item(String instrument, String item) {
    return shipped(instrument).item(item).orElseThrow();
  }

  @Test
  void the_shipped_instruments_are_those_of_the_committed_list() throws IOException {
    List<String> expected;
    try (InputStream in = getClass().getResourceAsStream("shipped-ids.txt")) {
      expected = new String(in.readAllBytes(), UTF_8).lines().toList();
    }
    assertThat(expected).hasSize(27);
    assertThat(SHIPPED.instruments())
        .extracting(Instrument::id)
        .containsExactlyElementsOf(expected);
    assertThat(ShippedFiles.library().keySet())
        .as("each is in the file of its id")
        .containsExactlyElementsOf(expected.stream().map(id -> id + ".yaml").toList());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_shipped_instrument_says_where_it_comes_from_and_under_what_licence(Instrument i) {
    assertThat(i.source()).isNotBlank();
    assertThat(i.wordingEvidence()).containsAnyOf("seen", "memory");
    assertThat(i.scoring().higherIs()).isNotBlank();
    assertThat(SHIPPED.construct(i.construct())).isPresent();
    assertThat(i.licence()).matches("Open Government Licence v3\\.0.*|Public domain \\(IPIP\\)");
    assertThat(i.attribution()).isEqualTo(i.licence().startsWith("Open Gov") ? OGL : "");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_shipped_instrument_says_nothing_of_targets_or_of_good_and_bad(Instrument i) {
    // The words of a question, and what repeats them, are its owner's; the rest is ours.
    String words =
        String.join(" ", i.name(), i.notes(), i.wordingEvidence(), i.scoring().higherIs())
            .toLowerCase(Locale.ROOT);
    for (String word :
        List.of("benchmark", "target", "norm", "best", "worst", "better", "worse", "perform")) {
      assertThat(words).doesNotContainPattern("\\b" + word);
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void the_marks_of_a_shipped_item_are_short_and_tell_its_answers_apart(Instrument i) {
    for (Item item : i.items()) {
      assertThat(item.answers()).extracting(Answer::brief).doesNotHaveDuplicates();
      assertThat(item.answers())
          .allSatisfy(
              a -> {
                assertThat(a.brief()).hasSizeLessThanOrEqualTo(21);
                assertThat(a.brief().split(" ")).hasSizeLessThanOrEqualTo(3);
              });
      if (!item.counted().isEmpty()) {
        assertThat(item.countedAs()).matches("(said|agreed|gave) .*[^.]");
      }
    }
  }

  @Test
  void the_same_question_in_two_instruments_has_the_same_words() {
    Map<String, Set<String>> wordings =
        shipped()
            .flatMap(i -> i.items().stream())
            .collect(
                Collectors.groupingBy(
                    Item::id, Collectors.mapping(Item::wording, Collectors.toSet())));
    assertThat(wordings).allSatisfy((id, words) -> assertThat(words).hasSize(1));
  }

  /** The rules below are those of the sources named in each file. */
  @Test
  void each_item_has_its_own_set_of_counted_answers() {
    assertThat(item("cls_trust_neighbourhood", "STrust").counted()).containsExactly(1);
    assertThat(item("cls_belong_neighbourhood", "SBeNeigh").counted()).containsExactly(1, 2);
    assertThat(item("csps_my_team", "B18").counted()).containsExactly(4, 5);
    assertThat(item("oecd_trust_people", "TrustMost").counted()).containsExactly(6, 7, 8, 9, 10);
    assertThat(item("ons_lonely_direct", "LonOft").counted()).containsExactly(1);
  }

  @Test
  void some_real_answers_leave_the_denominator() {
    Item pull = item("cls_pull_together", "SPull");
    assertThat(pull.valid(4)).isTrue();
    assertThat(pull.valid(5)).as("nothing needs improving").isFalse();
    assertThat(pull.answer(5)).isPresent();
    assertThat(item("cls_cohesion_backgrounds", "STogeth").excluded()).containsExactly(5, 6);
  }

  @Test
  void prefer_not_to_say_is_missing_in_one_survey_and_a_scored_answer_in_another() {
    assertThat(item("cls_trust_neighbourhood", "STrust").missing())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                998, Missing.DECLINED,
                997, Missing.DONT_KNOW,
                999, Missing.SKIPPED,
                -8, Missing.DONT_KNOW,
                -9, Missing.DECLINED,
                -1, Missing.NOT_ASKED));
    Answer declined = item("csps_proxy_stress", "E03").answer(3).orElseThrow();
    assertThat(declined.label()).isEqualTo("Prefer not to say");
    assertThat(declined.score()).isEqualTo(50.0);
    assertThat(item("csps_proxy_stress", "E03").valid(3)).isTrue();
  }

  @Test
  void a_scale_score_needs_the_items_that_its_owner_asks_for() {
    assertThat(shipped("csps_engagement").scoring().minAnswered()).isEqualTo(5);
    assertThat(shipped("csps_proxy_stress").scoring().minAnswered()).isEqualTo(8);
    assertThat(shipped("ons_ucla3").scoring().minAnswered()).isEqualTo(3);
    assertThat(shipped("ipip_spi_trust4").scoring().minAnswered()).isEqualTo(2);
  }

  @Test
  void there_is_no_scale_where_the_owner_says_there_is_none() {
    assertThat(shipped("ons4_wellbeing").scoring().scalesPeople()).isFalse();
    assertThat(shipped("cls_pride_local_area").scoring().scalesPeople()).isFalse();
  }

  @Test
  void only_items_without_oriented_scores_are_turned_round_by_code() {
    assertThat(item("ipip_spi_trust4", "q_871").reversed()).isTrue();
    assertThat(item("ipip_spi_trust4", "q_377").reversed()).isFalse();
    // Reversed by its map: agreeing with an acceptable workload adds nothing to stress.
    assertThat(item("csps_proxy_stress", "B33").answer(5).orElseThrow().score()).isZero();
  }

  @Test
  void worked_examples_of_the_owner_come_out() {
    // Civil Service People Survey technical guide 2019: three people with their answers.
    assertThat(meanScore("csps_engagement", 5, 4, 4, 3, 2)).isEqualTo(65);
    assertThat(meanScore("csps_perma", 4, 5, 3, 8, 2)).isEqualTo(65);
    assertThat(meanScore("csps_proxy_stress", 1, 3, 3, 3, 4, 2, 3, 2)).isEqualTo(50);
  }

  private static double meanScore(String instrument, int... codes) {
    List<Item> items = shipped(instrument).items();
    double sum = 0;
    for (int n = 0; n < codes.length; n++) {
      sum += items.get(n).answer(codes[n]).orElseThrow().score();
    }
    return sum / items.size();
  }

  @Test
  void the_map_of_the_flourishing_index_is_not_a_straight_line() {
    assertThat(item("csps_perma", "W01").answers())
        .extracting(Answer::score)
        .containsExactly(0.0, 25.0, 25.0, 25.0, 25.0, 50.0, 50.0, 75.0, 75.0, 75.0, 100.0);
  }

  @Test
  void the_library_is_found_in_a_jar_as_it_is_on_disk(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("kith ingest.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      // No entries for folders: many build tools leave them out.
      put(zip, "org/kith/instrument/constructs.yaml", "constructs: []");
      put(zip, "org/kith/instrument/library/b.yaml", "id: b");
      put(zip, "org/kith/instrument/library/a.yaml", "id: a");
      put(zip, "org/kith/instrument/template.yaml", "id: template");
    }
    URI inside = URI.create("jar:" + jar.toUri() + "!/org/kith/instrument/constructs.yaml");
    assertThat(ShippedFiles.library(inside.toURL()))
        .isEqualTo(Map.of("a.yaml", "id: a", "b.yaml", "id: b"));
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  @Test
  void a_workspace_without_instruments_has_the_shipped_ones(@TempDir Path folder) {
    InstrumentLibrary library = InstrumentLibrary.with(folder.resolve("instruments"));
    assertThat(library.instruments()).isEqualTo(SHIPPED.instruments());
    assertThat(library.remarks()).isEmpty();
  }

  @Test
  void a_workspace_adds_instruments_and_replaces_shipped_ones_aloud(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("own.yaml"), ShippedFiles.text("template.yaml"));
    Files.writeString(
        folder.resolve("trust.yaml"),
        ShippedFiles.library()
            .get("cls_trust_neighbourhood.yaml")
            .replace("Thinking about the people", "Thinking of the people"));
    Files.writeString(folder.resolve("notes.txt"), "not an instrument");
    InstrumentLibrary library = InstrumentLibrary.with(folder);
    assertThat(library.instruments()).hasSize(28);
    assertThat(library.instrument("neighbours_help")).isPresent();
    assertThat(
            library
                .instrument("cls_trust_neighbourhood")
                .flatMap(i -> i.item("STrust"))
                .orElseThrow()
                .wording())
        .startsWith("Thinking of the people");
    assertThat(library.remarks())
        .containsExactly(
            "instruments/trust.yaml takes the place of the shipped cls_trust_neighbourhood.");
  }

  @Test
  void a_workspace_may_speak_of_a_construct_of_its_own(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("constructs.yaml"),
        "constructs: [{id: being-heard, name: Being heard, about: Whether people feel heard.}]");
    Files.writeString(
        folder.resolve("a.yaml"),
        ShippedFiles.text("template.yaml")
            .replace("construct: mutual-aid", "construct: being-heard"));
    InstrumentLibrary library = InstrumentLibrary.with(folder);
    assertThat(library.instrument("neighbours_help").orElseThrow().construct())
        .isEqualTo("being-heard");
    assertThat(library.construct("being-heard"))
        .contains(new Construct("being-heard", "Being heard", "Whether people feel heard."));
  }

  @Test
  void what_is_wrong_in_several_files_is_told_at_once(@TempDir Path folder) throws IOException {
    String template = ShippedFiles.text("template.yaml");
    Files.writeString(folder.resolve("a.yaml"), template);
    Files.writeString(folder.resolve("b.yaml"), template);
    Files.writeString(folder.resolve("c.yaml"), template.replace("mutual-aid", "kindness"));
    Files.writeString(folder.resolve("d.yaml"), "id: d\n\tname: d");
    assertThatThrownBy(() -> InstrumentLibrary.with(folder))
        .isInstanceOfSatisfying(
            InvalidFileException.class,
            e ->
                assertThat(e.problems())
                    .satisfiesExactly(
                        p ->
                            assertThat(p)
                                .isEqualTo(
                                    "instruments/b.yaml, line 1: the id neighbours_help is also in"
                                        + " instruments/a.yaml; give one of them another id."),
                        p ->
                            assertThat(p)
                                .isEqualTo(
                                    "instruments/c.yaml, line 16: \"construct\" is 'kindness', which"
                                        + " is not known. Known: belonging, collective-efficacy,"
                                        + " loneliness, mutual-aid, pride, trust, wellbeing. Add"
                                        + " your own in instruments/constructs.yaml."),
                        p -> assertThat(p).startsWith("instruments/d.yaml, line 2: this is not")));
  }

  @Test
  void an_instrument_reads_the_same_in_every_run() {
    // Sets and maps made by copyOf change their order from run to run, and a hash is taken of this.
    assertThat(item("cls_trust_neighbourhood", "STrust").toString())
        .contains("missing={-9=DECLINED, -8=DONT_KNOW, -1=NOT_ASKED, 997=DONT_KNOW, 998=DECLINED,");
    assertThat(item("oecd_trust_people", "TrustMost").toString())
        .contains("counted=[6, 7, 8, 9, 10]");
  }
}
