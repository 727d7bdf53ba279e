package org.kith.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.instrument.Scoring;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.mapping.Problem;
import org.kith.progress.Progress;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;
import org.kith.workspace.Settings.Group;
import org.kith.workspace.Workspace;

/** An invented workspace for tests, with two small instruments, two organisations, three groups. */
final class Invented {
  static final Settings SETTINGS =
      new Settings(
          "Invented",
          "",
          "Anything.",
          true,
          new DisclosureRules(10, 5, 3, 11),
          List.of(
              new Group("age", "Age", Group.Rule.BANDS, List.of(16, 35, 55, 75), List.of()),
              new Group(
                  "home", "Home", Group.Rule.LISTED, List.of(), List.of("Owns it", "Rents it")),
              new Group("area", "Postcode area", Group.Rule.OUTWARD_CODE, List.of(), List.of())),
          "");

  static final List<Organisation> ORGANISATIONS =
      List.of(
          new Organisation("millbrook", "Millbrook Neighbours", "mill", "Mill End"),
          new Organisation("harbour", "Harbour Listening Post", "harbour", "Harbour"));

  private static final Scoring PERCENT =
      new Scoring(Scoring.Method.PERCENT_IN_CODES, 1, 0, 100, "more trust");

  /** Trust in four answers and belonging in five, where 98 means that a person does not know. */
  static final Instrument TRUST =
      new Instrument(
          "trust",
          "Trust",
          "trust",
          "invented",
          "",
          "invented",
          "invented",
          "",
          PERCENT,
          List.of(
              item("STrust", Map.of(), "Many", "Some", "A few", "None"),
              item(
                  "SBelong",
                  Map.of(98, Missing.DONT_KNOW),
                  "Very strongly",
                  "Fairly strongly",
                  "Not very strongly",
                  "Not at all strongly",
                  "No opinion")));

  /** Who helped: ticked is 1, not ticked 0. */
  static final Instrument HELPED =
      new Instrument(
          "helped",
          "Who helped",
          "mutual-aid",
          "invented",
          "",
          "invented",
          "invented",
          "",
          PERCENT,
          List.of(ticked("neighbour"), ticked("gp"), ticked("other")));

  private Invented() {}

  private static Item item(String id, Map<Integer, Missing> missing, String... labels) {
    List<Answer> answers = new ArrayList<>();
    for (String label : labels) {
      answers.add(new Answer(answers.size() + 1, label, label, null));
    }
    return new Item(id, id + "?", answers, false, missing, Set.of(), Set.of(), "");
  }

  private static Item ticked(String id) {
    return new Item(
        id,
        id + "?",
        List.of(new Answer(0, "No", "no", null), new Answer(1, "Yes", "yes", null)),
        false,
        Map.of(),
        Set.of(),
        Set.of(),
        "");
  }

  /** An ingest whose key comes from a seed, so that every test sees the same pseudonyms. */
  static Ingest ingest(Workspace workspace) throws IOException {
    return new Ingest(
        workspace,
        SETTINGS,
        ORGANISATIONS,
        List.of(TRUST, HELPED),
        new Random(7),
        Progress.to(System.err, false, () -> 0),
        "test");
  }

  /** A mapping for plain tables with the columns id, who, org, wave, trust and belong. */
  static final String PLAIN_MAPPING =
      """
      match: "*.csv"
      organisation: {column: org}
      wave: {column: wave}
      person: {column: who}
      response: {column: id}
      items:
        - {instrument: trust, item: STrust, column: trust}
        - {instrument: trust, item: SBelong, column: belong}
      """;

  static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /**
   * Ingests the files of {@code raw/} and gives back what came of each, in order of their names.
   */
  static List<FileReport> take(Workspace workspace) throws IOException {
    List<FileReport> reports = new ArrayList<>();
    ingest(workspace).take(raw(workspace), (report, rejections, shown) -> reports.add(report));
    return reports;
  }

  static List<Path> raw(Workspace workspace) throws IOException {
    try (var files = Files.list(workspace.raw())) {
      return files.sorted().toList();
    }
  }

  /** Every rejection of one ingest of one file. */
  static List<Problem> rejections(Workspace workspace, Path file) throws IOException {
    List<Problem> problems = new ArrayList<>();
    ingest(workspace)
        .take(List.of(file), (report, rejections, shown) -> rejections.forEach(problems::add));
    return problems;
  }

  static List<IngestRecord.Part> parts(Workspace workspace) throws IOException {
    return ProtectedLake.of(workspace).records().stream().flatMap(r -> r.parts().stream()).toList();
  }
}
