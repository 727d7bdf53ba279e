package org.kith.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.InstrumentLibrary;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.lake.Responses;
import org.kith.lake.StoredResponses;
import org.kith.resident.Consents;
import org.kith.workspace.SettingsFile;
import org.kith.workspace.Workspace;

/**
 * People's answers, one row each, for an approved researcher: written only inside {@code
 * lake/protected/exports} of the machine that holds the lake, with the conditions beside them and a
 * line in {@code lake/protected/exports.log}.
 *
 * <p>People have pseudonyms made for this export alone: one person's rows can be told together
 * within it, and not with those of another export or of the lake. Nobody who said with their code
 * that research may not use their answers is in it. Codes held by people are never in it.
 */
final class ProtectedExport {
  private static final String FOLDER = "exports";
  private static final String LOG = "exports.log";
  private static final int KEY_BYTES = 32;
  private static final int DIGITS = 16;

  /** What a researcher agrees to. */
  static final String CONDITIONS =
      """
      Conditions of this export

      These rows are pseudonymised answers of people. They are still personal data.
      1. Work with them on this machine, for the purpose written beside them and no other.
      2. Do not try to find out who somebody is, and do not join them with data that could tell.
      3. Nothing leaves this machine but results that pass the same rules as Kith's own tables: no
         number with fewer than ten people behind it, counts rounded, at least three organisations
         in a pooled figure, no order of organisations.
      4. Tell the organisations what you found before you publish it.
      5. Delete the rows when the purpose is met. Somebody may take their answers out at any time:
         make the export again before you rely on it.
      """;

  /**
   * Who takes it and why.
   *
   * @param researcher name
   * @param purpose as it was approved
   */
  record Why(String researcher, String purpose) {}

  /**
   * What was taken.
   *
   * @param folder where it is
   * @param files how many
   * @param heldOut how many people are left out because they said so, in words; empty for none
   */
  record Taken(Path folder, int files, String heldOut) {}

  private final Workspace workspace;
  private final Clock clock;
  private final Mac mac;

  /**
   * An export with a key of its own, which is forgotten.
   *
   * @param random where the key comes from
   */
  ProtectedExport(Workspace workspace, Clock clock, RandomGenerator random) {
    this.workspace = workspace;
    this.clock = clock;
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA256.", e);
    }
  }

  /**
   * Writes the export.
   *
   * @param to its name, or a path inside {@code lake/protected/exports}
   * @throws IllegalArgumentException if the path leads anywhere else
   * @throws IOException if it cannot be read or written
   */
  Taken take(Path to, Why why) throws IOException {
    Path folder = inside(to);
    InstrumentLibrary library = InstrumentLibrary.with(workspace.instruments());
    List<IngestRecord> records = ProtectedLake.of(workspace).records();
    Map<String, List<Path>> parts = new LinkedHashMap<>();
    Set<Path> all = new LinkedHashSet<>();
    for (IngestRecord record : records) {
      for (IngestRecord.Part part : record.parts()) {
        Path file = workspace.protectedZone().resolve(part.path());
        parts.computeIfAbsent(part.instrument(), i -> new ArrayList<>()).add(file);
        all.add(file);
      }
    }
    Consents consents = Consents.read(workspace, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    Set<String> out = consents.heldOut(all, Consents.Audience.RESEARCH);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("CONDITIONS.txt", conditions(why).getBytes(UTF_8));
    long rows = 0;
    for (Map.Entry<String, List<Path>> of : parts.entrySet()) {
      Instrument instrument = library.instrument(of.getKey()).orElseThrow();
      List<String> groups = groups();
      StringBuilder csv = new StringBuilder();
      CsvText.line(csv, head(instrument, groups));
      long[] written = new long[1];
      for (Path part : of.getValue()) {
        StoredResponses.rows(
            part,
            row -> {
              if (!out.contains(row.get(Responses.PERSON))) {
                CsvText.line(csv, cells(row, instrument, groups));
                written[0]++;
              }
            });
      }
      rows += written[0];
      files.put("data/" + instrument.id() + ".csv", csv.toString().getBytes(UTF_8));
      files.put("labels/" + instrument.id() + ".R", r(instrument).getBytes(UTF_8));
      files.put("labels/" + instrument.id() + ".sps", spss(instrument, groups).getBytes(UTF_8));
    }
    log(folder, why, rows);
    Aside.folder(folder, files);
    int k = SettingsFile.read(workspace.settings()).disclosure().people();
    String heldOut =
        out.isEmpty() ? "" : out.size() < k ? "fewer than " + k : String.valueOf(out.size());
    return new Taken(folder, files.size(), heldOut);
  }

  /** Only beside the lake: no way up, no link, no other place. */
  private Path inside(Path to) throws IOException {
    Path exports = workspace.protectedZone().resolve(FOLDER).toAbsolutePath().normalize();
    Path folder = to.isAbsolute() ? to.normalize() : exports.resolve(to).normalize();
    if (!folder.startsWith(exports) || folder.equals(exports)) {
      throw new IllegalArgumentException(
          "Rows are written inside "
              + exports
              + " only. Give --to a name of its own, such as --to wellbeing-2026.");
    }
    Files.createDirectories(exports);
    for (Path step = folder; !step.equals(exports.getParent()); step = step.getParent()) {
      if (Files.isSymbolicLink(step)) {
        throw new IllegalArgumentException(step + " is a link; rows do not follow links.");
      }
    }
    return folder;
  }

  private List<String> groups() throws IOException {
    return SettingsFile.read(workspace.settings()).groups().stream().map(g -> g.id()).toList();
  }

  private static List<String> head(Instrument instrument, List<String> groups) {
    List<String> head =
        new ArrayList<>(List.of(Responses.PERSON, Responses.ORGANISATION, Responses.WAVE));
    groups.forEach(group -> head.add(Responses.GROUP_PREFIX + group));
    instrument.items().forEach(item -> head.add(item.id()));
    head.add("submitted");
    head.add("weight");
    return head;
  }

  private List<Object> cells(Map<?, ?> row, Instrument instrument, List<String> groups) {
    List<Object> cells = new ArrayList<>();
    cells.add(pseudonym((String) row.get(Responses.PERSON)));
    cells.add(row.get(Responses.ORGANISATION));
    cells.add(row.get(Responses.WAVE));
    groups.forEach(group -> cells.add(row.get(Responses.GROUP_PREFIX + group)));
    for (Item item : instrument.items()) {
      Object code = row.get(item.id());
      cells.add(code == null ? Missing.NOT_ASKED.code() : code);
    }
    cells.add(!Boolean.FALSE.equals(row.get(Responses.SUBMITTED)));
    Long weight = (Long) row.get(Responses.WEIGHT);
    cells.add(weight == null ? 1.0 : weight / 1e6);
    return cells;
  }

  private String pseudonym(String person) {
    return HexFormat.of().formatHex(mac.doFinal(person.getBytes(UTF_8))).substring(0, DIGITS);
  }

  private String conditions(Why why) {
    return CONDITIONS
        + "\nResearcher: "
        + why.researcher()
        + "\nPurpose: "
        + why.purpose()
        + "\nTaken: "
        + LocalDate.now(clock.withZone(ZoneOffset.UTC))
        + "\n";
  }

  private static String r(Instrument instrument) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(instrument.name()).append(". Licence: ").append(instrument.licence());
    out.append("\n# Run in the folder above: source(\"labels/").append(instrument.id());
    out.append(
        ".R\")\n# Negative codes say why there is no answer; turn them into NA to compute.\n");
    out.append("d <- read.csv(\"data/")
        .append(instrument.id())
        .append(".csv\", encoding = \"UTF-8\")\n");
    for (Item item : instrument.items()) {
      out.append("attr(d$").append(item.id()).append(", \"label\") <- ");
      out.append(RScript.quoted(item.wording())).append('\n');
      out.append("attr(d$").append(item.id()).append(", \"labels\") <- c(");
      List<String> labels = new ArrayList<>();
      for (Answer answer : item.answers()) {
        labels.add(RScript.quoted(answer.label()) + " = " + answer.code());
      }
      for (Missing missing : Missing.values()) {
        labels.add(RScript.quoted(missing.words()) + " = " + missing.code());
      }
      out.append(String.join(", ", labels)).append(")\n");
    }
    return out.toString();
  }

  private static String spss(Instrument instrument, List<String> groups) {
    StringBuilder out = new StringBuilder("* Encoding: UTF-8.\n");
    out.append("GET DATA /TYPE=TXT\n  /FILE='data/").append(instrument.id()).append(".csv'\n");
    out.append("  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /DELCASE=LINE\n  /FIRSTCASE=2\n");
    out.append("  /DELIMITERS=','\n  /QUALIFIER='\"'\n  /VARIABLES=\n");
    out.append("    person A16\n    organisation A64\n    wave A8\n");
    groups.forEach(group -> out.append("    group_").append(group).append(" A64\n"));
    instrument.items().forEach(item -> out.append("    ").append(item.id()).append(" F4.0\n"));
    out.append("    submitted A8\n    weight F12.6\n  .\nVARIABLE LABELS\n");
    for (Item item : instrument.items()) {
      out.append("  ").append(item.id()).append(' ');
      out.append(SpssSyntax.quoted(item.wording())).append('\n');
    }
    out.append("  .\n");
    for (Item item : instrument.items()) {
      out.append("VALUE LABELS ").append(item.id());
      for (Answer answer : item.answers()) {
        out.append("\n  ").append(answer.code()).append(' ');
        out.append(SpssSyntax.quoted(answer.label()));
      }
      for (Missing missing : Missing.values()) {
        out.append("\n  ").append(missing.code()).append(' ');
        out.append(SpssSyntax.quoted(missing.words()));
      }
      out.append(" .\nMISSING VALUES ").append(item.id()).append(" (LOWEST THRU -1).\n");
    }
    return out.toString();
  }

  /** Who, when, why, what and how many rows; of nobody's answers. Before the rows are there. */
  private void log(Path folder, Why why, long rows) throws IOException {
    String line =
        "%s\t%s\t%s\t%s\t%d rows%n"
            .formatted(
                clock.instant(),
                oneLine(why.researcher()),
                oneLine(why.purpose()),
                workspace.protectedZone().toAbsolutePath().relativize(folder),
                rows);
    Files.writeString(
        workspace.protectedZone().resolve(LOG),
        line,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
