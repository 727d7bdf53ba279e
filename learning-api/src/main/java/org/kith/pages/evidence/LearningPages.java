package org.kith.pages.evidence;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.evidence.Pin;
import org.kith.evidence.Pinning;
import org.kith.learning.FigureId;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.memory.Memory;
import org.kith.memory.MemoryApi;
import org.kith.pages.Figure;
import org.kith.pages.FigureFor;
import org.kith.pages.PageWriter;
import org.kith.people.Voice;
import org.kith.store.Store;

/** {@code /learning}: what is already known, open to anyone. {@link Memory} decides. */
public final class LearningPages {
  private final PageWriter writer;
  private final Store store;
  private final Library library;

  private LearningPages(PageWriter writer, Store store, Library library) {
    this.writer = writer;
    this.store = store;
    this.library = library;
  }

  /** Adds the addresses, for people and for programs. */
  public static void doors(Doors doors, PageWriter writer, Store store, Library library) {
    doors.get("/learning", Entry.ANYONE, new LearningPages(writer, store, library)::show);
    MemoryApi.doors(doors, store);
  }

  private void show(Context ctx, Visitor visitor) throws IOException {
    String about = MemoryApi.about(ctx);
    LearningPage page =
        store.read(
            h ->
                new LearningPage(
                    writer.frame(ctx, "What was learned", "learning"),
                    about,
                    Memory.learned(h, about),
                    Memory.decided(h, about).stream().map(this::line).toList()));
    writer.write(ctx, 200, "learning.jte", page);
  }

  private LearningPage.Line line(Memory.Decided decided) {
    List<LearningPage.Rest> rests = decided.rests().stream().map(this::rest).toList();
    return new LearningPage.Line(decided, rests);
  }

  private LearningPage.Rest rest(Memory.Number number) {
    Pin.Kind kind = Pin.Kind.of(number.kind()).orElseThrow();
    Pin pin =
        new Pin(
            "", "", kind, number.snapshot(), number.figure(), null, null, null, "", "",
            Voice.PRACTITIONER, 0, null, null, null);
    Optional<View> view = Pinning.view(library, pin);
    Optional<Figure> figure = view.flatMap(v -> PinCard.figure(v, pin));
    boolean theme = kind == Pin.Kind.THEME;
    String words =
        theme
            ? view.flatMap(v -> FigureFor.themeSaid(v, number.figure())).orElse("A theme")
            : figure.map(Figure::title).orElse("A figure")
                + view.flatMap(
                        v ->
                            FigureId.parse(number.figure())
                                .flatMap(f -> FigureFor.asked(v, f)))
                    .map(asked -> " (" + asked + ")")
                    .orElse("");
    String href =
        theme
            ? "/snapshots/" + number.snapshot() + "/themes/" + number.figure()
            : figure.map(Figure::permanent).orElse("");
    return new LearningPage.Rest(words, href, number.snapshot());
  }
}
