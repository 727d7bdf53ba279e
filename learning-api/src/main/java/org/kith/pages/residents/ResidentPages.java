package org.kith.pages.residents;

import static org.kith.access.Entry.Whose.EVERYONES;
import static org.kith.access.Entry.Whose.RESIDENTS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.ProblemException;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.resident.Consents.Audience;
import org.kith.resident.ResidentCode;
import org.kith.residents.FromYou;
import org.kith.residents.Ledger;

/**
 * {@code /from-you}: for people who answered a survey, on a phone, in plain words. A code comes in
 * the body of a form and goes out in the forms of the page that answers it, which nobody keeps: it
 * is in no address, cookie or log.
 */
public final class ResidentPages {
  private static final Entry WITH_CODE = Entry.anyone(RESIDENTS);
  private static final String TITLE = "From you";

  private final PageWriter writer;
  private final FromYou fromYou;
  private final Clock clock;

  private ResidentPages(PageWriter writer, FromYou fromYou, Clock clock) {
    this.writer = writer;
    this.fromYou = fromYou;
    this.clock = clock;
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, PageWriter writer, FromYou fromYou, Clock clock) {
    ResidentPages pages = new ResidentPages(writer, fromYou, clock);
    doors.get(
        "/from-you", Entry.anyone(EVERYONES), (ctx, visitor) -> pages.learned(ctx, 200, "", ""));
    doors.post("/from-you/mine", WITH_CODE, pages::mine);
    doors.post("/from-you/not-so", WITH_CODE, pages::notSo);
    doors.post("/from-you/uses", WITH_CODE, pages::uses);
    doors.post("/from-you/take-out", WITH_CODE, pages::takeOut);
  }

  /** What is shown after a code is sent. */
  private record Shown(
      int status, String done, String problem, String about, String words, boolean asking) {
    static final Shown PLAIN = done("");

    static Shown done(String words) {
      return new Shown(200, words, "", "", "", false);
    }

    /** With what was written, so that nobody has to write it again. */
    static Shown refused(ProblemException e, String about, String words) {
      return new Shown(e.kind().status(), "", e.getMessage(), about, words, false);
    }
  }

  /** What is done with a code. */
  private interface Deed {
    Shown with(FromYou.Slip slip);
  }

  private void mine(Context ctx, Visitor visitor) throws IOException {
    with(ctx, slip -> Shown.PLAIN);
  }

  private void notSo(Context ctx, Visitor visitor) throws IOException {
    String about = given(ctx, "about");
    String words = given(ctx, "words");
    with(
        ctx,
        slip -> {
          try {
            slip.notSo(Form.of(ctx).id(), about, words);
          } catch (ProblemException e) {
            return Shown.refused(e, about, words);
          }
          return Shown.done(
              "Thank you. Somebody reads it first, so that nobody can be known by it. Then it"
                  + " stands beside what you spoke of.");
        });
  }

  private void uses(Context ctx, Visitor visitor) throws IOException {
    with(
        ctx,
        slip -> {
          Form form = Form.of(ctx);
          List<FromYou.Use> uses = new ArrayList<>();
          try {
            for (Audience audience : Audience.values()) {
              UseChoice.Chosen chosen = UseChoice.Chosen.in(form, audience.id());
              uses.add(new FromYou.Use(audience, chosen.allowed(), chosen.until()));
            }
            slip.use(uses);
          } catch (ProblemException e) {
            return Shown.refused(e, "", "");
          }
          return Shown.done(
              "What you said holds from the next time the figures are made. You can change it"
                  + " whenever you like.");
        });
  }

  private void takeOut(Context ctx, Visitor visitor) throws IOException {
    boolean sure = "yes".equals(given(ctx, "sure"));
    with(
        ctx,
        slip -> {
          if (!sure) {
            return new Shown(200, "", "", "", "", true);
          }
          try {
            slip.takeOut();
          } catch (ProblemException e) {
            return Shown.refused(e, "", "");
          }
          return Shown.PLAIN;
        });
  }

  private void with(Context ctx, Deed deed) throws IOException {
    ctx.header("Cache-Control", "no-store");
    String written = given(ctx, "code");
    try {
      FromYou.Slip slip = fromYou.open(written);
      Shown shown = deed.with(slip);
      String code = ResidentCode.read(written).shown();
      writer.write(ctx, shown.status(), "code.jte", page(ctx, code, slip.mine(), shown));
    } catch (ResidentCode.NotACodeException e) {
      learned(ctx, 422, written, e.getMessage());
    } catch (ProblemException e) {
      // Codes cannot be opened here now. What was typed is one, and is not shown again.
      learned(ctx, e.kind().status(), "", e.getMessage());
    }
  }

  private CodePage page(Context ctx, String code, FromYou.Mine mine, Shown shown)
      throws IOException {
    List<String> history = new ArrayList<>(mine.history().stream().map(UseWords::of).toList());
    Collections.reverse(history);
    String takenOut = Optional.ofNullable(mine.takenOut()).map(UseWords::day).orElse("");
    return new CodePage(
        frame(ctx, takenOut.isEmpty() ? "Your answers" : "Your answers are taken out"),
        code,
        takenOut,
        shown.done(),
        shown.problem(),
        fromYou.subjects(),
        shown.about(),
        shown.words(),
        UUID.randomUUID().toString(),
        mine.uses().stream().map(this::choice).toList(),
        history,
        shown.asking() && takenOut.isEmpty());
  }

  private UseChoice choice(Ledger.Line line) {
    boolean tables = line.audience() == Audience.TABLES;
    return UseChoice.of(
        line,
        line.audience().id(),
        tables
            ? "May your answers be counted?"
            : "May researchers look at your answers, one person at a time?",
        tables
            ? "Everybody’s answers are counted together. Nothing is shown that comes from only a few"
                + " people."
            : "Only researchers who were approved, and without a name, an address or a date of"
                + " birth. Nobody has been given such answers yet.",
        LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString());
  }

  private void learned(Context ctx, int status, String typed, String problem) throws IOException {
    Frame frame = frame(ctx, TITLE);
    writer.write(
        ctx,
        status,
        "from-you.jte",
        new FromYouPage(
            frame,
            frame.workspace(),
            fromYou.learned().stream()
                .map(
                    l ->
                        new FromYouPage.Account(
                            l.review(),
                            l.name(),
                            UseWords.day(l.day()),
                            l.summary(),
                            l.learnings()))
                .toList(),
            typed,
            problem));
  }

  /** Without what only those who work with the figures would understand. */
  private Frame frame(Context ctx, String title) throws IOException {
    Frame frame = writer.frame(ctx, title, "from-you");
    return new Frame(
        title, "from-you", frame.workspace(), frame.invented(), "", "", 0, "", null, "", "");
  }

  private static String given(Context ctx, String field) {
    return Optional.ofNullable(ctx.formParam(field)).orElse("");
  }
}
