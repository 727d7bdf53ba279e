package org.kith.workspace;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.workspace.Settings.Group;
import org.kith.workspace.Settings.Group.Rule;
import org.kith.yaml.InvalidFileException;
import org.kith.yaml.YamlMap;
import org.kith.yaml.YamlText;

/** Reads {@code kith.yaml}. Only {@code name} must be there. */
public final class SettingsFile {
  /** When a number is hidden unless a workspace asks for more: the least that is allowed. */
  public static final DisclosureRules LEAST = new DisclosureRules(10, 5, 3, 11);

  private static final String NAME = "kith.yaml";
  private static final String NOT_USED_FOR = "Contracts, payment, or comparing organisations.";

  private SettingsFile() {}

  /**
   * The settings of a workspace.
   *
   * @param file its {@code kith.yaml}
   * @throws InvalidFileException with all that is wrong, line by line
   */
  public static Settings read(Path file) {
    return read(YamlText.text(file, NAME));
  }

  /** Settings that are already text; otherwise like {@link #read(Path)}. */
  static Settings read(String yaml) {
    return YamlText.read(yaml, NAME, SettingsFile::settings);
  }

  private static Settings settings(YamlMap m) {
    Settings settings =
        new Settings(
            m.text("name"),
            m.text("question", ""),
            m.text("not_used_for", NOT_USED_FOR),
            m.flag("invented", false),
            m.map("disclosure", SettingsFile::disclosure).orElse(LEAST),
            m.maps("groups", SettingsFile::group),
            store(m),
            m.map("sign_in", SettingsFile::signIn).orElse(null));
    Set<String> ids = new HashSet<>();
    for (Group group : settings.groups()) {
      if (!ids.add(group.id())) {
        m.problem("groups", "use the id " + group.id() + " twice; give one of them another.");
      }
    }
    return settings;
  }

  private static String store(YamlMap m) {
    String store = m.text("store", "");
    if (!store.isEmpty() && !store.startsWith("jdbc:postgresql:")) {
      m.problem(
          "store",
          "must be the address of a PostgreSQL database, such as"
              + " jdbc:postgresql://localhost/kith. Leave it out to use the embedded one.");
    }
    if (store.contains("password=")) {
      m.problem("store", "must not hold a password. Set KITH_STORE_PASSWORD instead.");
    }
    return store;
  }

  private static Settings.SignIn signIn(YamlMap m) {
    String issuer = m.text("issuer");
    if (m.sound()
        && !issuer.matches("https://\\S+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/\\S*)?")) {
      m.problem(
          "issuer",
          "must be the https address of the council's sign-in, such as"
              + " https://login.example.gov.uk.");
    }
    return new Settings.SignIn(issuer, m.text("client_id"));
  }

  private static DisclosureRules disclosure(YamlMap m) {
    return new DisclosureRules(
        atLeast(
            m, "people", LEAST.people(), "a figure about fewer people could point at one of them"),
        atLeast(
            m,
            "rounding",
            LEAST.rounding(),
            "finer counts would let two snapshots be subtracted to find one person"),
        atLeast(
            m,
            "organisations",
            LEAST.organisations(),
            "with two, each could subtract its own figure and read the other's"),
        atLeast(
            m,
            "staff",
            LEAST.staff(),
            "whoever writes a reflection has colleagues who would recognise them"));
  }

  private static int atLeast(YamlMap m, String key, int least, String why) {
    int value = m.whole(key, least);
    if (value < least) {
      m.problem(
          key,
          "is %d, but may not be lowered below %d: %s. Leave it out, or write %d or more."
              .formatted(value, least, why, least));
    }
    return Math.max(value, least);
  }

  private static Group group(YamlMap m) {
    Rule rule = m.word("rule", Rule.class);
    List<Integer> bands = rule == Rule.BANDS ? m.wholes("bands") : List.of();
    List<String> values = rule == Rule.LISTED ? m.texts("values") : List.of();
    if (m.sound() && rule == Rule.BANDS && bands.isEmpty()) {
      m.problem("bands", "must be the lower edges of the bands, such as [16, 35, 55, 75].");
    }
    if (m.sound() && rule == Rule.LISTED && values.isEmpty()) {
      m.problem("values", "must be the answers to keep, such as [Owns it, Rents].");
    }
    return new Group(m.text("id"), m.text("name"), rule, bands, values);
  }
}
