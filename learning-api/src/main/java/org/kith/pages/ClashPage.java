package org.kith.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kith.http.Sent;

/**
 * Two people changed the same words: both wordings side by side, and the way to send one's own
 * again after reading the other.
 *
 * @param action where the form goes
 * @param back the page it belongs to
 * @param version that stands there now
 * @param fields those of the form, in its order
 * @param others what else the form sent, to be sent again
 */
public record ClashPage(
    Frame frame, String action, String back, int version, List<Field> fields, List<Other> others) {

  /** A field of which both wordings are shown. */
  public record Field(String name, String label, String theirs, String mine) {
    /** Whether there is something to choose between. */
    public boolean apart() {
      return !theirs.equals(mine);
    }
  }

  /** A field that is sent again as it was. */
  public record Other(String name, String value) {}

  /**
   * Answers a form whose version is no longer the one that stands there, to our script and to a
   * browser without one.
   *
   * @param back the page it belongs to
   * @param theirs what stands there now, field by field
   */
  public static void answer(
      Context ctx, PageWriter writer, String back, int version, List<Sent.Field> theirs) {
    if (Sent.byScript(ctx)) {
      Sent.clash(ctx, version, theirs);
      return;
    }
    List<Field> fields =
        theirs.stream()
            .map(t -> new Field(t.field(), t.label(), t.words(), sent(ctx, t.field())))
            .toList();
    List<Other> others =
        ctx.formParamMap().entrySet().stream()
            .filter(e -> !e.getKey().equals("csrf") && !e.getKey().equals("version"))
            .filter(e -> theirs.stream().noneMatch(t -> t.field().equals(e.getKey())))
            .flatMap(e -> e.getValue().stream().map(v -> new Other(e.getKey(), v)))
            .toList();
    ClashPage page = new ClashPage(frame(ctx, writer), ctx.path(), back, version, fields, others);
    writer.writeWithScript(ctx, 409, "clash.jte", page);
  }

  private static Frame frame(Context ctx, PageWriter writer) {
    String title = "Changed while you were writing";
    try {
      return writer.frame(ctx, title, "");
    } catch (IOException e) {
      return Frame.bare(title, "");
    }
  }

  private static String sent(Context ctx, String field) {
    return Optional.ofNullable(ctx.formParam(field)).orElse("").strip().replace("\r\n", "\n");
  }
}
