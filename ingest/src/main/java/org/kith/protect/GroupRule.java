package org.kith.protect;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.workspace.Settings.Group;

/**
 * Generalises one quasi-identifier by a rule of {@code kith.yaml}. Only a band, an outward code or
 * a listed answer can come out, never what went in. Not safe for use by several threads.
 */
public final class GroupRule {
  private static final Pattern POSTCODE =
      Pattern.compile("([A-Z]{1,2}\\d[A-Z\\d]?) ?(\\d[A-Z]{2})?");
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,3})(\\.0+)?");

  private static final int MOST_REMEMBERED = 500;

  private final Group group;

  /** Values seen before; ages and answers come again and again. */
  private final Map<String, String> known = new HashMap<>();

  private final List<String> labels;
  private final Map<String, String> listed = new HashMap<>();

  private GroupRule(Group group) {
    this.group = group;
    this.labels = group.labels();
    group.values().forEach(v -> listed.put(key(v), v));
  }

  /** The rule of a group. */
  public static GroupRule of(Group group) {
    return new GroupRule(group);
  }

  /** The known group of a value, or null when the rule does not know it. */
  public String apply(String value) {
    if (known.containsKey(value)) {
      return known.get(value);
    }
    String found = look(value);
    if (known.size() < MOST_REMEMBERED) {
      known.put(value, found);
    }
    return found;
  }

  private String look(String value) {
    return switch (group.rule()) {
      case BANDS -> band(value.strip());
      case OUTWARD_CODE -> outward(value);
      case LISTED -> listed.get(key(value));
    };
  }

  private String band(String value) {
    if (labels.contains(value)) {
      return value;
    }
    Matcher whole = WHOLE.matcher(value);
    return whole.matches() ? group.band(Integer.parseInt(whole.group(1))) : null;
  }

  private static String outward(String value) {
    Matcher postcode =
        POSTCODE.matcher(value.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " "));
    return postcode.matches() ? postcode.group(1) : null;
  }

  private static String key(String value) {
    return value.strip().replace('’', '\'').replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
