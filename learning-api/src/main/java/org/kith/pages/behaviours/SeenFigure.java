package org.kith.pages.behaviours;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kith.behaviours.Behaviour;
import org.kith.behaviours.MedianGap;
import org.kith.behaviours.Placement;
import org.kith.behaviours.Seen;
import org.kith.charts.VoiceDots;
import org.kith.people.Voice;
import org.kith.words.Numbers;

/**
 * How one behaviour is seen: a sentence about what people said, what can be read from it, the
 * picture, the numbers it is drawn from, and the words.
 *
 * @param first whether it is the first about its matter, which then stands over it
 * @param gaps a sentence for every two voices that are shown
 * @param rows the numbers by voice: its name, ten counts, the quartiles; or why it is hidden
 * @param said free words
 */
public record SeenFigure(
    Behaviour behaviour,
    boolean first,
    String title,
    String reads,
    String chart,
    List<String> gaps,
    List<Row> rows,
    List<Said> said) {

  /** A row of the table; {@code hidden} is empty where the cells are numbers. */
  public record Row(String label, List<String> cells, String hidden) {}

  /**
   * A free word.
   *
   * @param by in which voice, or that it is somebody in this cycle
   */
  public record Said(String words, String by) {}

  static SeenFigure of(Seen seen, boolean first) {
    Behaviour b = seen.behaviour();
    List<Seen.Strip> strips = new ArrayList<>(seen.voices());
    strips.add(seen.everyone());
    VoiceDots chart =
        new VoiceDots(
            strips.stream().map(SeenFigure::dots).toList(), "hardly see it", "see it everywhere");
    return new SeenFigure(
        b,
        first,
        title(seen),
        "A dot is a person. It says where people see this, not how much of it there is, and cannot"
            + " be added to the other eight. "
            + b.misleads(),
        chart.html(b.id(), b.id() + "-t", b.id() + "-d", false),
        seen.gaps().stream().map(SeenFigure::sentence).toList(),
        strips.stream().map(SeenFigure::row).toList(),
        seen.said().stream()
            .map(
                w ->
                    new Said(
                        w.words(),
                        w.voice() == null
                            ? "Somebody in this cycle"
                            : Numbers.capital(w.voice().one())))
            .toList());
  }

  private static String label(Voice voice) {
    return voice == null ? "All together" : voice.many();
  }

  private static VoiceDots.Row dots(Seen.Strip s) {
    return s.shown()
        ? VoiceDots.Row.shown(
            label(s.voice()),
            s.counts(),
            s.middle().lower(),
            s.middle().median(),
            s.middle().upper())
        : VoiceDots.Row.hidden(label(s.voice()), narrow(s.hidden()));
  }

  /** What fits into a hatch on a phone; the table says it in full. */
  private static String narrow(String hidden) {
    int comma = hidden.indexOf(", because");
    return comma < 0 ? hidden : "hidden, to protect another";
  }

  private static Row row(Seen.Strip s) {
    if (!s.shown()) {
      return new Row(label(s.voice()), List.of(), s.hidden());
    }
    List<String> cells =
        new ArrayList<>(
            IntStream.range(0, Placement.MOST)
                .mapToObj(i -> String.valueOf(s.counts().get(i)))
                .toList());
    cells.add(place(s.middle().lower()));
    cells.add(place(s.middle().median()));
    cells.add(place(s.middle().upper()));
    return new Row(label(s.voice()), cells, "");
  }

  /** Says first of the widest gap that is more than chance, in the voices' fixed order. */
  private static String title(Seen seen) {
    List<Seen.Strip> shown = seen.voices().stream().filter(Seen.Strip::shown).toList();
    if (shown.isEmpty()) {
      return seen.everyone().shown()
          ? "All together stand in the middle at "
              + place(seen.everyone().middle().median())
              + "; no voice alone has enough people to be shown."
          : "Too few people placed this for any voice to be shown.";
    }
    if (shown.size() == 1) {
      return shown.get(0).voice().many()
          + " stand in the middle at "
          + place(shown.get(0).middle().median())
          + "; no other voice has enough people to be shown.";
    }
    List<Seen.Gap> apart = seen.gaps().stream().filter(g -> g.gap().apart()).toList();
    if (apart.isEmpty()) {
      return "The voices that are shown see this about alike, as far as so few can tell.";
    }
    Seen.Gap g = apart.get(0);
    boolean firstLess = g.gap().gap() < 0;
    Voice less = firstLess ? g.first() : g.second();
    Voice more = firstLess ? g.second() : g.first();
    return less.many()
        + " see this less than "
        + lower(more.many())
        + " do"
        + (apart.size() > 1 ? ", and other voices lie apart too." : ".");
  }

  private static String sentence(Seen.Gap g) {
    MedianGap gap = g.gap();
    String pair = g.first().many() + " and " + lower(g.second().many());
    if (!gap.tells()) {
      return pair
          + ": "
          + places(Math.abs(gap.gap()))
          + " apart in the middle. Nearly all gave one answer, so there is no saying how far chance"
          + " could have moved it.";
    }
    boolean turned = gap.gap() < 0;
    double low = turned ? -gap.toHalf() : gap.fromHalf();
    double high = turned ? -gap.fromHalf() : gap.toHalf();
    String lean =
        gap.gap() == 0
            ? "no gap in the middle"
            : places(Math.abs(gap.gap()))
                + " apart in the middle, "
                + lower((turned ? g.second() : g.first()).many())
                + " seeing more of it";
    return pair
        + ": "
        + lean
        + ". With other people of these voices it could be anything from "
        + (low < 0 ? places(-low) + " the other way round" : places(low))
        + " to "
        + places(high)
        + ".";
  }

  private static String places(double value) {
    return value == 0 ? "nothing" : place(value) + (value == 1 ? " place" : " places");
  }

  /** A place as people write it: 4, 4½. */
  static String place(double value) {
    long whole = (long) Math.floor(value);
    double rest = value - whole;
    String part =
        rest == 0 ? "" : rest == 0.25 ? "¼" : rest == 0.5 ? "½" : rest == 0.75 ? "¾" : null;
    if (part == null) {
      throw new IllegalArgumentException("Quartiles of whole numbers lie on quarters.");
    }
    return whole == 0 && !part.isEmpty() ? part : whole + part;
  }

  private static String lower(String many) {
    return many.substring(0, 1).toLowerCase(Locale.UK) + many.substring(1);
  }
}
