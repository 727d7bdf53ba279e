package org.kith.pages.residents;

import static org.kith.access.Entry.Whose.THEMSELVES;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.ProblemException;
import org.kith.pages.PageWriter;
import org.kith.resident.Consents.Audience;
import org.kith.residents.Ledger;
import org.kith.residents.Ledger.Category;
import org.kith.store.Store;

/** {@code /me/sharing}: one's own ledger of who may use what one shares. */
public final class SharingPages {
  private static final Entry MINE = Entry.signedIn(THEMSELVES);

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;

  private SharingPages(PageWriter writer, Store store, Clock clock) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, PageWriter writer, Store store, Clock clock) {
    SharingPages pages = new SharingPages(writer, store, clock);
    doors.get(
        "/me/sharing",
        MINE,
        (ctx, visitor) ->
            pages.show(
                ctx,
                visitor,
                200,
                ctx.queryParamMap().containsKey("said")
                    ? "What you said holds from the next time the figures are made."
                    : "",
                ""));
    doors.post("/me/sharing", MINE, pages::say);
  }

  private void say(Context ctx, Visitor visitor) throws IOException {
    Form form = Form.of(ctx);
    try {
      store.change(
          h -> {
            for (Category category : Ledger.Kind.PERSON.categories()) {
              for (Audience audience : Audience.values()) {
                UseChoice.Chosen chosen = UseChoice.Chosen.in(form, field(category, audience));
                Ledger.say(
                    h,
                    Ledger.Kind.PERSON,
                    visitor.me().id(),
                    category,
                    audience,
                    chosen.allowed(),
                    chosen.until(),
                    today());
              }
            }
          });
    } catch (ProblemException e) {
      show(ctx, visitor, e.kind().status(), "", e.getMessage());
      return;
    }
    ctx.redirect("/me/sharing?said", HttpStatus.SEE_OTHER);
  }

  private static String field(Category category, Audience audience) {
    return category.id() + "_" + audience.id();
  }

  private void show(Context ctx, Visitor visitor, int status, String done, String problem)
      throws IOException {
    String me = visitor.me().id();
    List<Ledger.Line> now = store.read(h -> Ledger.now(h, Ledger.Kind.PERSON, me));
    List<String> history =
        new ArrayList<>(
            store.read(h -> Ledger.history(h, Ledger.Kind.PERSON, me)).stream()
                .map(UseWords::of)
                .toList());
    Collections.reverse(history);
    writer.write(
        ctx,
        status,
        "sharing.jte",
        new SharingPage(
            writer.frame(ctx, "Who may use what you share", "me"),
            done,
            problem,
            now.stream().map(this::choice).toList(),
            history));
  }

  private UseChoice choice(Ledger.Line line) {
    boolean taps = line.category() == Category.TAPS;
    boolean tables = line.audience() == Audience.TABLES;
    String question =
        tables
            ? taps ? "May what you tap be counted?" : "May your words be counted?"
            : taps
                ? "May researchers look at what you tapped, one reflection at a time?"
                : "May researchers look at your words, one reflection at a time?";
    String hint =
        tables
            ? taps
                ? "Of reflections that you share: barriers, themes and the like, counted with many"
                    + " others’. If not, no reflection of yours is counted, nor its words."
                : "Of reflections that you share with a learning cycle: which words are newly said."
                    + " Your teams and cycles read them all the same."
            : "Only researchers who were approved, without your name, your team or the day. Nobody"
                + " has been given such a file yet.";
    return UseChoice.of(
        line, field(line.category(), line.audience()), question, hint, today().toString());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
