package org.kith.memory;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.http.Form;
import org.kith.http.Json;
import org.kith.http.Operation;
import org.kith.http.Says;
import org.kith.store.Store;

/** {@code /api/v1/learning?about=…}: what is already known. {@link Memory} decides. */
public final class MemoryApi {
  private MemoryApi() {}

  /** Adds the address. */
  public static void doors(Doors doors, Store store) {
    doors.get(
        "/api/v1/learning",
        Entry.ANYONE,
        Operation.asks(
            "learning",
            "What was learned and decided before; with about=… only what speaks of it.",
            MemoryAnswer.class),
        (ctx, visitor) -> {
          String about = about(ctx);
          MemoryAnswer answer =
              store.read(
                  h ->
                      answer(about, Memory.learned(h, about), Memory.decided(h, about)));
          ctx.header("Cache-Control", "no-cache");
          ctx.contentType("application/json").result(Json.of(answer));
        });
  }

  /** What somebody asks about; empty for everything. */
  public static String about(Context ctx) {
    return Form.within(Optional.ofNullable(ctx.queryParam("about")).orElse(""), "about");
  }

  /** What is already known. */
  @Says("What was learned and decided before, the latest first.")
  record MemoryAnswer(
      @Says("What was asked about, or empty for everything.") String about,
      @Says("What was learned.") List<LearnedLine> learned,
      @Says("What was decided in published reviews.") List<DecidedLine> decided) {}

  /** One thing learned. */
  @Says("One thing learned.")
  record LearnedLine(
      @Says("In words.") String words,
      @Says("In whose account or cycle.") String from,
      @Says("Its account, or empty.") String href,
      @Says("ISO 8601 day on which it was approved.") String day) {}

  /** One decision. */
  @Says("A decision of a published review.")
  record DecidedLine(
      @Says("In words.") String words,
      @Says("ISO 8601 day.") String day,
      @Says("evidence or judgement.") String basis,
      @Says("In whose account.") String from,
      @Says("The account.") String href,
      @Says("Addresses of the numbers it was made on, as they were.") List<String> rests,
      @Says("What happened next.") List<NextLine> next) {}

  /** What happened next. */
  @Says("What happened next.")
  record NextLine(
      @Says("ISO 8601 day.") String day,
      @Says("changed, done, partly, not yet or dropped.") String kind,
      @Says("In words.") String words) {}

  private static MemoryAnswer answer(
      String about, List<Memory.Learned> learned, List<Memory.Decided> decided) {
    return new MemoryAnswer(
        about,
        learned.stream()
            .map(l -> new LearnedLine(l.words(), l.where(), l.link(), l.day()))
            .toList(),
        decided.stream()
            .map(
                d ->
                    new DecidedLine(
                        d.words(),
                        d.decided(),
                        d.judgement() ? "judgement" : "evidence",
                        d.where(),
                        d.link(),
                        d.rests().stream().map(MemoryApi::address).toList(),
                        d.next().stream()
                            .map(n -> new NextLine(n.day(), n.kind(), n.words()))
                            .toList()))
            .toList());
  }

  private static String address(Memory.Number number) {
    return "/api/v1/"
        + (number.kind().equals("theme") ? "themes/" : "indicators/")
        + number.figure()
        + "?snapshot="
        + number.snapshot();
  }
}
