package org.kith.pages.room;

import java.util.List;
import java.util.Optional;
import org.kith.charts.SaidAndCame;
import org.kith.learning.FigureId;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.Indicator;
import org.kith.published.ItemRow;
import org.kith.published.LevelRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.published.WaveRow;
import org.kith.reviews.SaidFirst;
import org.kith.words.Level;
import org.kith.words.Numbers;

/**
 * A question's figure on the room's pages: what came, and what was said before it opened.
 *
 * @param chart one drawing at several widths, or empty where there is nothing to draw
 * @param came in one sentence
 * @param said what was said before, in one or two sentences, or empty
 * @param line what came beside it, in a few words, or empty
 * @param heaps what was said before as a table; none where it is hidden
 * @param href where the whole figure stands, or empty
 */
public record RoomFigure(
    String chart, String came, String said, String line, List<SaidFirst.Heap> heaps, String href) {

  public RoomFigure {
    heaps = List.copyOf(heaps);
  }

  /**
   * Of a share in the pack; empty where the question has no figure, or one that is none.
   *
   * @param before what was said before it opened, or null
   * @param opened the time of day at which it opened, in words, or empty
   * @param id unique on the page
   */
  public static Optional<RoomFigure> of(
      View pack, String figure, SaidFirst before, String opened, String href, String id) {
    Optional<FigureId> address = figure == null ? Optional.empty() : FigureId.parse(figure);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    return address
        .filter(f -> f.indicator() == Indicator.LEVEL || f.indicator() == Indicator.DISTRIBUTION)
        .flatMap(f -> level(pack, f))
        .map(row -> of(pack, address.get(), row, before, opened, href, id))
        .or(() -> Optional.of(new RoomFigure("", "", said(before), "", List.of(), href)));
  }

  private static Optional<LevelRow> level(View pack, FigureId f) {
    return unit(pack, f).flatMap(u -> pack.level(f.instrument(), f.measure(), f.wave(), u));
  }

  private static Optional<Unit> unit(View pack, FigureId f) {
    return pack.units().stream()
        .filter(u -> u.scope() == f.scope() && u.id().equals(f.unit()))
        .findFirst();
  }

  private static RoomFigure of(
      View pack,
      FigureId f,
      LevelRow row,
      SaidFirst before,
      String opened,
      String href,
      String id) {
    boolean shown = row.visibility() == Visibility.SHOWN && row.percent() != null;
    List<SaidFirst.Heap> heaps = before == null ? List.of() : before.heaps();
    SaidAndCame chart =
        new SaidAndCame(
            shown ? row.percent() : null,
            shown ? row.low() : null,
            shown ? row.high() : null,
            heaps.stream().map(RoomFigure::heap).toList());
    String html =
        shown || !heaps.isEmpty() ? chart.html("came-" + id, id + "-t", id + "-d", false) : "";
    ItemRow item =
        pack.items(f.instrument()).stream()
            .filter(i -> i.item().equals(f.measure()))
            .findFirst()
            .orElseThrow();
    String wave =
        pack.waves().stream()
            .filter(w -> w.wave().equals(f.wave()))
            .map(WaveRow::label)
            .findFirst()
            .orElse("");
    var rules = pack.manifest().disclosure();
    String where = f.scope() == Scope.ALL ? "" : ", " + unit(pack, f).map(Unit::name).orElse("");
    String came = wave + where + ". " + Level.of(row, item, rules.people(), rules.organisations());
    boolean both = shown && !heaps.isEmpty();
    return new RoomFigure(
        html,
        came,
        both ? said(before, opened) : said(before),
        both ? "What came was " + Numbers.percent(row.percent()) + "." : "",
        heaps,
        href);
  }

  private static SaidAndCame.Heap heap(SaidFirst.Heap h) {
    boolean end = h.from() == 0 || h.to() == 100;
    double from = end ? h.at() - 2.5 : h.from();
    double to = end ? h.at() + 2.5 : h.to();
    return new SaidAndCame.Heap(from, to, h.words(), h.people());
  }

  /** What most said before; without a word on who was near. */
  private static String said(SaidFirst before, String opened) {
    return "Before it opened"
        + (opened.isEmpty() ? "" : " at " + opened)
        + ", most of us said "
        + most(before)
        + ".";
  }

  private static String said(SaidFirst before) {
    return before == null || !before.heaps().isEmpty()
        ? ""
        : "What we said before it opened is not drawn: heaps of fewer than "
            + before.fewest()
            + " people are hidden, so that no guess can be picked out.";
  }

  /** The fewest neighbouring heaps in which more than half of those who said a share are. */
  static String most(SaidFirst before) {
    List<SaidFirst.Heap> heaps = before.heaps();
    int all = heaps.stream().mapToInt(SaidFirst.Heap::people).sum();
    for (int length = 1; length <= heaps.size(); length++) {
      for (int from = 0; from + length <= heaps.size(); from++) {
        List<SaidFirst.Heap> some = heaps.subList(from, from + length);
        if (2 * some.stream().mapToInt(SaidFirst.Heap::people).sum() > all) {
          return words(some.get(0), some.get(length - 1));
        }
      }
    }
    return "";
  }

  private static String words(SaidFirst.Heap first, SaidFirst.Heap last) {
    if (first.from() == 0) {
      return last.to() == 100 ? "very different things" : "under " + last.to() + Numbers.HARD + "%";
    }
    return last.to() == 100
        ? first.from() + Numbers.HARD + "%" + " or more"
        : Numbers.percents(first.from(), last.to());
  }
}
