package org.kith.sample;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.kith.sample.Place.Known;
import org.kith.workspace.Wave;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes the parts of the sample workspace that are drawn at random, or that must agree with them:
 * {@code organisations.csv}, {@code population.csv}, {@code events.csv}, {@code asked.csv}, {@code
 * truth.json}, the exports in {@code raw/}, and the learning store in {@code store/} with its
 * {@code reflections-truth.json}. The same seed gives the same bytes. {@code kith.yaml}, {@code
 * mappings/} and {@code prompts/} are written by hand.
 */
@Command(
    name = "generator",
    mixinStandardHelpOptions = true,
    description = "Writes the sample workspace's invented organisations, people and exports.")
public final class Generator implements Callable<Integer> {
  /**
   * The seed of the committed workspace. Chosen among a few dozen, so that the event stands out in
   * Millbrook's own figures too; with about 115 people a quarter, in other worlds it often does
   * not.
   */
  static final long SEED = 20282;

  @Option(names = "--out", required = true, description = "The workspace folder to write into.")
  private Path out;

  @Option(
      names = "--seed",
      description = "Where chance starts; the committed workspace's is the default.")
  private long seed = SEED;

  /** Runs the generator; see {@code --help}. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Generator()).execute(args));
  }

  @Option(
      names = "--reflections",
      description =
          "How many varied reflections the store holds beside the 240 that were written (default:"
              + " ${DEFAULT-VALUE}); for load, any number.")
  private int reflections = SampleReflections.VARIED;

  @Option(names = "--store-only", description = "Write store/ and its truth, and nothing else.")
  private boolean storeOnly;

  @Override
  public Integer call() throws IOException {
    if (!storeOnly) {
      write(out, seed);
    }
    writeStore(out, seed, reflections);
    return 0;
  }

  /** The people and reflections: {@code store/} and {@code reflections-truth.json}. */
  static void writeStore(Path out, long seed, int varied) throws IOException {
    Draws draws = new Draws(seed);
    List<Staff> staff = Staffing.all(draws);
    List<SampleReflection> reflections = new SampleReflections(draws, staff).all(varied);
    StoreOfSample.of(draws, staff, reflections).write(out.resolve("store"));
    text(out.resolve("reflections-truth.json"), json(ReflectionTruth.of(seed, reflections)));
  }

  static void write(Path out, long seed) throws IOException {
    Draws draws = new Draws(seed);
    List<ShareModel> shares = ShareModel.all(draws);
    ScaleModel scale = ScaleModel.of(draws);
    Forms drawn = new Forms(draws, shares, scale);
    Map<Tool, List<Form>> forms = new EnumMap<>(Tool.class);
    for (Tool tool : Tool.values()) {
      forms.put(tool, drawn.of(tool));
    }
    Files.createDirectories(out.resolve("raw"));
    text(out.resolve("organisations.csv"), organisations());
    text(out.resolve("population.csv"), population());
    text(out.resolve("events.csv"), events());
    text(out.resolve("asked.csv"), asked(draws));
    text(out.resolve("truth.json"), json(new TruthTeller(draws, shares, scale, forms).tell()));
    for (Tool tool : Tool.values()) {
      Files.write(out.resolve("raw").resolve(tool.file()), export(tool, forms.get(tool), draws));
    }
  }

  /** How {@code truth.json} is written and read. */
  static ObjectMapper mapper() {
    return new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
  }

  private static byte[] export(Tool tool, List<Form> forms, Draws draws) {
    return switch (tool) {
      case LIMESURVEY -> LimeSurveyExport.of(forms);
      case QUALTRICS -> QualtricsExport.of(forms);
      case KOBOTOOLBOX -> KoboExport.of(forms);
      case CSV -> OfficeExport.of(forms, draws);
    };
  }

  private static String organisations() {
    Table table = Table.of(',', false, "\n");
    table.row(List.of("organisation", "name", "place", "place_name"));
    for (Site site : World.SITES) {
      table.row(
          List.of(site.id(), site.organisation().name(), site.place().id(), site.place().name()));
    }
    return table.text().toString();
  }

  private static String population() {
    Table table = Table.of(',', false, "\n");
    table.row(List.of("place", "dimension", "group", "residents"));
    for (Place place : World.PLACES) {
      for (Known known : place.known()) {
        for (int i = 0; i < known.groups().size(); i++) {
          int residents = place.residents() * known.livesHere().get(i) / 100;
          table.row(List.of(place.id(), known.dimension(), known.groups().get(i), "" + residents));
        }
      }
    }
    return table.text().toString();
  }

  private static String events() {
    Table table = Table.of(',', false, "\n");
    table.row(List.of("date", "scope", "unit", "words"));
    table.row(List.of("2025-08-18", "place", World.LARKMOOR.id(), "The evening bus stopped"));
    table.row(
        List.of(
            "2024-03-02",
            "place",
            World.TANNERY_QUAY.id(),
            "The quay reopened to walkers after two years"));
    return table.text().toString();
  }

  /** Nearly all an organisation could ask: now and then somebody is away, or has moved. */
  private static String asked(Draws draws) {
    Random random = draws.stream("who was asked");
    Table table = Table.of(',', false, "\n");
    table.row(List.of("organisation", "wave", "people"));
    for (Site site : World.SITES) {
      for (Wave wave : World.WAVES) {
        int away = random.nextInt(site.members() / 10 + 1);
        table.row(List.of(site.id(), wave.id(), "" + (site.members() - away)));
      }
    }
    return table.text().toString();
  }

  private static String json(Object truth) throws IOException {
    return mapper().writer(printer()).writeValueAsString(truth) + "\n";
  }

  /** The same bytes on every system. */
  static DefaultPrettyPrinter printer() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return printer;
  }

  private static void text(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
