package org.kith.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.kith.sample.SampleReflection.Answer;

/** The 240 as written, each given an author, and as many varied ones as are asked for. */
final class SampleReflections {
  /** How many varied ones the committed store holds. */
  static final int VARIED = 1_560;

  /** The share of the varied ones that a learning cycle may read; of the rest taps are counted. */
  private static final double READ = 0.6;

  private static final double CARRIES_ON = 0.35;
  private static final long MINUTE = 60_000;

  /** What carries on from one's own earlier words, as its own words say. */
  private static final List<String> OWN = List.of("b-018", "b-041", "b-048");

  /** What the practitioner wrote whom the demo signs in. */
  private static final List<String> HERS =
      List.of("b-001", "b-026", "a-038", "b-070", "a-079", "a-109");

  private final Draws draws;
  private final List<Staff> staff;

  SampleReflections(Draws draws, List<Staff> staff) {
    this.draws = draws;
    this.staff = staff;
  }

  /** All of them, by day. */
  List<SampleReflection> all(int varied) {
    List<Written> written = Written.all();
    List<SampleReflection> all = new ArrayList<>(asWritten(written));
    all.addAll(varied(written, varied));
    all.sort(Comparator.comparing(SampleReflection::happened).thenComparing(SampleReflection::id));
    return List.copyOf(all);
  }

  // As written.

  private List<SampleReflection> asWritten(List<Written> written) {
    Random random = draws.stream("who wrote which");
    List<Staff> rest = staff.stream().filter(s -> !s.equals(Staffing.PRACTITIONER)).toList();
    Map<String, Rota> rotas = new HashMap<>();
    Map<String, Staff> authors = new HashMap<>();
    List<SampleReflection> all = new ArrayList<>();
    for (Written w : written) {
      String organisation = organisation(w);
      Rota rota =
          rotas.computeIfAbsent(
              organisation + " " + w.role(), k -> Rota.of(random, rest, organisation, w.role()));
      Staff author =
          HERS.contains(w.id())
              ? Staffing.PRACTITIONER
              : OWN.contains(w.id()) ? authors.get(w.follows()) : rota.next();
      authors.put(w.id(), author);
      all.add(asWritten(w, author, random));
    }
    return all;
  }

  private static String organisation(Written w) {
    return List.of("commissioner", "policy").contains(w.role())
        ? Staffing.NONE
        : Staffing.ORGANISATIONS.get(w.organisation());
  }

  private static SampleReflection asWritten(Written w, Staff author, Random random) {
    List<Answer> answers = new ArrayList<>();
    answers.add(new Answer("what", w.what()));
    if (!w.soWhat().isEmpty()) {
      answers.add(new Answer("so-what", w.soWhat()));
    }
    if (!w.nowWhat().isEmpty()) {
      answers.add(new Answer("now-what", w.nowWhat()));
    }
    // Managers and leaders of no team share with a cycle what was meant for a team.
    String audience = w.audience().equals("team") && author.team() == null ? "cycle" : w.audience();
    long at = evening(w.day(), random);
    return new SampleReflection(
        id(w.id()),
        author,
        w.kind(),
        w.day(),
        at,
        at + arrivesAfter(random),
        answers,
        w.level(),
        w.carriedBy().stream().map(SampleReflections::carried).toList(),
        w.gotInTheWay(),
        Words.feeling(w.feeling()),
        w.themes(),
        audience,
        audience.equals("cycle") ? Cycles.of(w) : null,
        w.follows() == null ? null : id(w.follows()),
        w.identifiers(),
        w.id(),
        false);
  }

  // Varied.

  private List<SampleReflection> varied(List<Written> written, int number) {
    Random random = draws.stream("varied reflections");
    List<Staff> elsewhere = elsewhere(staff);
    List<Staff> rest =
        staff.stream()
            .filter(s -> s.organisation() != null && !elsewhere.contains(s))
            .filter(s -> !Staffing.DEMO.contains(s)) // who would find near-copies among her own
            .toList();
    Rota reading = new Rota(random, elsewhere);
    Rota counted = new Rota(random, rest);
    List<SampleReflection> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int quarter = (int) ((long) i * Planted.QUARTERS / number);
      boolean read = Draws.chance(random, READ);
      Staff author = (read ? reading : counted).next();
      all.add(varied(i, quarter, read, author, written, all, random));
    }
    return all;
  }

  /** About five in eight of every team: they take part in the cycle across the valley. */
  static List<Staff> elsewhere(List<Staff> staff) {
    List<Staff> elsewhere = new ArrayList<>();
    for (int i = 0; i < staff.size(); i++) {
      Staff one = staff.get(i);
      if (i % 8 < 5 && one.organisation() != null && !Staffing.DEMO.contains(one)) {
        elsewhere.add(one);
      }
    }
    return elsewhere;
  }

  private static SampleReflection varied(
      int i,
      int quarter,
      boolean read,
      Staff author,
      List<Written> written,
      List<SampleReflection> earlier,
      Random random) {
    List<String> themes = Planted.drawn(random, quarter, author.organisation());
    String theme = themes.isEmpty() ? "" : themes.get(0);
    List<Written> same =
        written.stream()
            .filter(w -> w.kind().equals("reflection") && w.theme().equals(theme))
            .toList();
    Written base = Draws.oneOf(random, same);
    Varied varied = read ? Varied.full(random, base, same) : Varied.brief(random, base);
    LocalDate day =
        LocalDate.of(Planted.year(quarter), quarter % 4 * 3 + 1, 2).plusDays(random.nextInt(88));
    SampleReflection before = read ? carriesOnFrom(earlier, theme, day, random) : null;
    long at = evening(day, random);
    return new SampleReflection(
        id("varied " + i),
        author,
        before == null ? "reflection" : random.nextInt(3) == 0 ? "change" : "experiment",
        day,
        at,
        at + arrivesAfter(random),
        varied.answers(),
        base.level(),
        base.carriedBy().stream().map(SampleReflections::carried).toList(),
        base.gotInTheWay(),
        Words.feeling(base.feeling()),
        themes,
        read ? "cycle" : "counts",
        read ? Cycles.ELSEWHERE.id() : null,
        before == null ? null : before.id(),
        varied.identifiers(),
        base.id(),
        true);
  }

  /** Sometimes one that another wrote in the same cycle, of the same theme, half a year before. */
  private static SampleReflection carriesOnFrom(
      List<SampleReflection> earlier, String theme, LocalDate day, Random random) {
    if (theme.isEmpty() || !Draws.chance(random, CARRIES_ON)) {
      return null;
    }
    List<SampleReflection> open =
        earlier.stream()
            .filter(r -> r.cycle() != null && r.theme().equals(theme))
            .filter(r -> r.happened().isBefore(day) && r.happened().isAfter(day.minusDays(200)))
            .toList();
    return open.isEmpty() ? null : Draws.oneOf(random, open);
  }

  static String id(String of) {
    byte[] name = ("kith sample " + of).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }

  private static String carried(String by) {
    return by.replace("the ", "");
  }

  private static long evening(LocalDate day, Random random) {
    return day.atTime(15, 30).toInstant(ZoneOffset.UTC).toEpochMilli()
        + random.nextInt(360) * MINUTE
        + random.nextInt(60) * 1000L;
  }

  /** Seconds as a rule, hours when there was no signal. */
  private static long arrivesAfter(Random random) {
    return Draws.chance(random, 0.1)
        ? (60 + random.nextInt(600)) * MINUTE
        : 800 + random.nextInt(9_000);
  }
}
