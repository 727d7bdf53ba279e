package org.kith.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kith.dialect.Heading;
import org.kith.dialect.Layout;
import org.kith.yaml.Nearest;

/** Finds the columns of one file that a mapping names, and notes what it cannot find. */
final class Columns {
  private static final int NEAR = 3;

  private final String fileName;
  private final String mappingFile;
  private final List<Heading> headings;
  private final List<String> problems;

  Columns(String fileName, String mappingFile, Layout layout, List<String> problems) {
    this.fileName = fileName;
    this.mappingFile = mappingFile;
    this.headings = layout.headings();
    this.problems = problems;
  }

  /** The column of this name, or -1 after noting that there is none or more than one. */
  int of(String name) {
    String wanted = Heading.tidy(name);
    List<Heading> found = headings.stream().filter(h -> h.name().equals(wanted)).toList();
    if (found.isEmpty()) {
      found = numbered(wanted);
    }
    if (found.isEmpty()) {
      found = headings.stream().filter(h -> h.aliases().contains(wanted)).toList();
    }
    if (found.isEmpty()) {
      found = headings.stream().filter(h -> plain(h.name()).equals(plain(wanted))).toList();
    }
    if (found.size() == 1) {
      return found.get(0).column();
    }
    problems.add(found.isEmpty() ? missing(wanted) : ambiguous(wanted, found));
    return -1;
  }

  Heading heading(int column) {
    return headings.get(column);
  }

  /** "Status #2" is the second of the columns headed Status. */
  private List<Heading> numbered(String name) {
    int hash = name.lastIndexOf(" #");
    if (hash < 0 || !name.substring(hash + 2).matches("\\d{1,4}")) {
      return List.of();
    }
    String heading = name.substring(0, hash);
    int which = Integer.parseInt(name.substring(hash + 2));
    List<Heading> same = headings.stream().filter(h -> h.name().equals(heading)).toList();
    return which >= 1 && which <= same.size() ? List.of(same.get(which - 1)) : List.of();
  }

  private String ambiguous(String name, List<Heading> found) {
    List<String> ways = new ArrayList<>();
    for (int i = 1; i <= found.size(); i++) {
      ways.add("\"" + found.get(0).name() + " #" + i + "\"");
    }
    return "%s has %d columns headed \"%s\". Say in %s which one: %s."
        .formatted(fileName, found.size(), name, mappingFile, String.join(" or ", ways));
  }

  private String missing(String name) {
    String wanted = plain(name);
    List<String> near =
        headings.stream()
            .map(Heading::name)
            .filter(h -> !h.isEmpty())
            .distinct()
            .filter(h -> near(wanted, plain(h)))
            .sorted(
                Comparator.<String>comparingInt(h -> Nearest.slips(wanted, plain(h)))
                    .thenComparing(h -> h))
            .limit(NEAR)
            .toList();
    String hint =
        near.isEmpty()
            ? "Its headings start with "
                + headings.stream()
                    .map(h -> "\"" + h.name() + "\"")
                    .limit(6)
                    .collect(Collectors.joining(", "))
            : "Near it: "
                + near.stream().map(h -> "\"" + h + "\"").collect(Collectors.joining(", "));
    return "%s has no column \"%s\", which %s names. %s."
        .formatted(fileName, name, mappingFile, hint);
  }

  private static boolean near(String wanted, String heading) {
    return heading.contains(wanted)
        || (wanted.contains(heading) && heading.length() > 2)
        || Nearest.slips(wanted, heading) <= Math.max(2, wanted.length() / 3);
  }

  private static String plain(String heading) {
    return Heading.tidy(heading.replace('_', ' '))
        .replace('’', '\'')
        .replace("&amp;", "&")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .toLowerCase(Locale.ROOT);
  }
}
