package org.kith.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What came of the 240: who opened them, what was replied, what may be quoted. */
final class Afterwards {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  /**
   * Sentences that their authors offered to be quoted; the last still waits for a second reader.
   */
  static final Map<String, String> QUOTED = new LinkedHashMap<>();

  static {
    QUOTED.put("b-096", "You don't ring a drop-in to say you can't drop in.");
    QUOTED.put("a-007", "In the room somebody would have just moved their chair.");
    QUOTED.put("a-033", "I don't know.");
  }

  private static final String WAITING = "a-033";

  /**
   * A reply.
   *
   * @param to one of the 240
   * @param kind reply or tried
   */
  private record Reply(String to, String kind, String words) {}

  private static final List<Reply> REPLIES =
      List.of(
          new Reply("b-001", "tried", "Chapped the door as you did. Two hours, and biscuits."),
          new Reply("b-001", "reply", "The black square. I have that one too."),
          new Reply("a-001", "reply", "Grand is what mine says as well. What did Thursday bring?"),
          new Reply("a-022", "reply", "Keep the spare slat. Somebody will ask for it."),
          new Reply("b-070", "tried", "Read mine out at the table too. He corrected the dates."),
          new Reply("a-038", "reply", "Nine and right. Is June still June?"),
          new Reply("a-009", "tried", "Asked for the big pan. Still peeling."),
          new Reply("b-004", "reply", "We could never do this here. Could we?"),
          new Reply("b-096", "reply", "Ours went quiet the same week. We blamed the biscuits."),
          new Reply("b-098", "tried", "We go up on Mondays now. Four came, then seven."),
          new Reply("a-003", "reply", "Ours was cancelled for a training day."),
          new Reply("a-078", "reply", "Which day could a second car help?"));

  private final List<Staff> staff;
  private final List<SampleReflection> reflections;
  private final Random random;

  Afterwards(Draws draws, List<Staff> staff, List<SampleReflection> reflections) {
    this.staff = staff;
    this.reflections = reflections;
    this.random = draws.stream("what came of them");
  }

  void into(StoreFolder folder) {
    withdrawn(folder);
    replies(folder);
    quotations(folder);
    opened(folder);
  }

  private void withdrawn(StoreFolder folder) {
    String id = SampleReflections.id("taken back");
    long at = StoreOfSample.millis(LocalDate.of(2025, 11, 4));
    String author = Staffing.PRACTITIONER.id();
    folder.row("withdrawn", "reflection", id, "author", author, "at", at);
    audit(folder, at, author, "reflection.withdrawn", id);
  }

  private void replies(StoreFolder folder) {
    int number = 0;
    for (Reply reply : REPLIES) {
      SampleReflection to = written(reply.to());
      Staff author = Draws.oneOf(random, readers(to));
      long at = to.arrived() + (1 + random.nextInt(9)) * DAY + random.nextInt(200) * MINUTE;
      String id = SampleReflections.id("reply " + number++);
      folder.row(
          "reply",
          "id",
          id,
          "reflection",
          to.id(),
          "author",
          author.id(),
          "team",
          to.audience().equals("team") ? to.author().team() : null,
          "cycle",
          to.audience().equals("cycle") ? to.cycle() : null,
          "kind",
          reply.kind(),
          "words",
          reply.words(),
          "at",
          at);
      audit(folder, at - 3 * MINUTE, author.id(), opening(to), to.id());
      audit(folder, at, author.id(), "reflection.replied", to.id());
    }
  }

  /** A team mate is told to the author by name, somebody in a cycle is not. */
  private static String opening(SampleReflection of) {
    return of.audience().equals("cycle") ? "reflection.opened-in-cycle" : "reflection.opened";
  }

  private void quotations(StoreFolder folder) {
    for (Map.Entry<String, String> quoted : QUOTED.entrySet()) {
      SampleReflection of = written(quoted.getKey());
      boolean passed = !quoted.getKey().equals(WAITING);
      long offered = of.arrived() + 5 * DAY;
      long read = offered + 2 * DAY;
      folder.row(
          "quotation",
          "id",
          SampleReflections.id("quotation " + of.source()),
          "reflection",
          of.id(),
          "theme",
          of.themes().isEmpty() ? null : StoreOfSample.tapped(of, of.theme()),
          "words",
          quoted.getValue(),
          "offered",
          offered,
          "reader",
          passed ? Staffing.RESEARCHER.id() : null,
          "passed",
          passed ? read : null);
      audit(folder, offered, of.author().id(), "quotation.offered", of.id());
      if (passed) {
        audit(folder, read, Staffing.RESEARCHER.id(), "quotation.passed", of.id());
      }
    }
  }

  /** About every fourth that others may read was opened by one or two of them. */
  private void opened(StoreFolder folder) {
    for (SampleReflection r : reflections) {
      boolean demo = r.author().equals(Staffing.PRACTITIONER);
      if (!r.varied() && (demo || random.nextInt(4) == 0)) {
        List<Staff> readers = new ArrayList<>(readers(r));
        for (int i = 0; i < 1 + random.nextInt(2) && !readers.isEmpty(); i++) {
          Staff reader = readers.remove(random.nextInt(readers.size()));
          long at = r.arrived() + (1 + random.nextInt(20)) * DAY + random.nextInt(400) * MINUTE;
          audit(folder, at, reader.id(), opening(r), r.id());
        }
      }
    }
  }

  private int audited;

  private void audit(StoreFolder folder, long at, String person, String action, String subject) {
    folder.row(
        "audit",
        "id",
        SampleReflections.id("audit " + audited++),
        "at",
        at,
        "person",
        person,
        "action",
        action,
        "subject",
        subject);
  }

  private SampleReflection written(String source) {
    return reflections.stream()
        .filter(r -> !r.varied() && r.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  /** Those whom the author lets read it, the author aside. */
  private List<Staff> readers(SampleReflection of) {
    return switch (of.audience()) {
      case "team" ->
          staff.stream()
              .filter(s -> of.author().team().equals(s.team()) && !s.equals(of.author()))
              .toList();
      case "cycle" ->
          reflections.stream()
              .filter(r -> of.cycle().equals(r.cycle()))
              .map(SampleReflection::author)
              .filter(s -> !s.equals(of.author()))
              .distinct()
              .toList();
      default -> List.of();
    };
  }
}
