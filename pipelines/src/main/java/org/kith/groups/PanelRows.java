package org.kith.groups;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * Rows on their way to the other rows of the same person. Each is a few whole numbers in one long
 * array: two that stand for the person, one for organisation, wave and export, then the packed
 * answers. Rows of one partition travel in parcels, a parcel being the rows with one destination.
 *
 * <p>The two numbers are 128 bits of a hash of the pseudonym, which is keyed itself. That two of a
 * billion people share them has a chance of about one in 10²¹ (n² / 2¹²⁹).
 */
final class PanelRows {
  /** Where in a row organisation, wave and export are. */
  private static final int FROM = 2;

  /** Where in a row the answers start. */
  private static final int ANSWERS = 3;

  // Of FROM: the organisation in front, then the wave, then the export.
  private static final int WAVE_BITS = 12;
  private static final int SOURCE_BITS = 26;

  /** So many numbers are worth sending off. */
  private static final int PARCEL = 4096;

  /** As many rows of different people as are sorted by comparing each with each. */
  private static final int TOGETHER = 4;

  private final int width;
  private final long[] rows;
  private final int[] order;

  private PanelRows(int width, long[] rows) {
    this.width = width;
    this.rows = rows;
    order = new int[rows.length / width];
  }

  // On the way

  /**
   * Packs rows and sends them off, as parcels with their destination.
   *
   * @param rows person, organisation, wave, export, then the items
   * @param destinations how many there are
   */
  static Iterator<Tuple2<Integer, long[]>> parcels(
      PanelPlan plan, int destinations, Iterator<InternalRow> rows) {
    return new Packing(plan, destinations, rows);
  }

  private static final class Packing implements Iterator<Tuple2<Integer, long[]>> {
    private final PanelPlan plan;
    private final Iterator<InternalRow> rows;
    private final Places organisations;
    private final Places waves;
    private final Places sources;
    private final int[] answers;
    private final int width;
    private final long[][] open;
    private final int[] filled;
    private final Deque<Tuple2<Integer, long[]>> ready = new ArrayDeque<>();

    private Packing(PanelPlan plan, int destinations, Iterator<InternalRow> rows) {
      this.plan = plan;
      this.rows = rows;
      organisations = new Places(plan.organisations());
      waves = new Places(plan.waves());
      sources = new Places(plan.sources());
      answers = new int[plan.items().length];
      width = width(plan);
      open = new long[destinations][];
      filled = new int[destinations];
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        pack(rows.next());
      }
      if (ready.isEmpty()) {
        for (int to = 0; to < open.length; to++) {
          send(to);
        }
      }
      return !ready.isEmpty();
    }

    @Override
    public Tuple2<Integer, long[]> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void pack(InternalRow row) {
      long[] person = MurmurHash3.hash128x64(row.getUTF8String(0).getBytes());
      int to = (int) Long.remainderUnsigned(person[1], open.length);
      if (open[to] == null) {
        open[to] = new long[PARCEL / width * width];
      }
      int at = filled[to];
      open[to][at] = person[0];
      open[to][at + 1] = person[1];
      open[to][at + FROM] =
          ((long) organisations.of(row.getUTF8String(1)) << (WAVE_BITS + SOURCE_BITS))
              | ((long) waves.of(row.getUTF8String(2)) << SOURCE_BITS)
              | sources.of(row.getUTF8String(3));
      for (int i = 0; i < answers.length; i++) {
        answers[i] = LakeScan.answer(row, PanelJob.FIXED + i);
      }
      plan.packed().pack(answers, open[to], at + ANSWERS);
      filled[to] += width;
      if (filled[to] == open[to].length) {
        send(to);
      }
    }

    private void send(int to) {
      if (filled[to] > 0) {
        ready.add(new Tuple2<>(to, Arrays.copyOf(open[to], filled[to])));
        filled[to] = 0;
      }
    }
  }

  /** Numbers of texts that are known beforehand. Texts often come several times in a row. */
  private static final class Places {
    private final Map<UTF8String, Integer> places = new HashMap<>();
    private UTF8String last;
    private int lastPlace;

    private Places(String[] texts) {
      for (String text : texts) {
        places.put(UTF8String.fromString(text), places.size());
      }
    }

    private int of(UTF8String text) {
      if (!text.equals(last)) {
        // A row's text lies in a buffer that is overwritten.
        last = text.copy();
        lastPlace = places.get(text);
      }
      return lastPlace;
    }
  }

  // Where they meet

  /**
   * Puts the rows that arrived at one destination in order: by organisation, person, wave, export
   * and answers.
   */
  static PanelRows sorted(PanelPlan plan, Iterator<long[]> parcels) {
    List<long[]> all = new ArrayList<>();
    int length = 0;
    while (parcels.hasNext()) {
      long[] parcel = parcels.next();
      all.add(parcel);
      length += parcel.length;
    }
    long[] rows = new long[length];
    int at = 0;
    for (long[] parcel : all) {
      System.arraycopy(parcel, 0, rows, at, parcel.length);
      at += parcel.length;
    }
    PanelRows sorted = new PanelRows(width(plan), rows);
    sorted.sort(plan.organisations().length);
    return sorted;
  }

  /** Rows. */
  int size() {
    return order.length;
  }

  /** Number of a row's organisation. */
  int organisation(int row) {
    return organisationAt(order[row]);
  }

  /** Number of a row's wave. */
  int wave(int row) {
    return (int) (from(order[row]) >>> SOURCE_BITS) & ((1 << WAVE_BITS) - 1);
  }

  /** Whether a row is of the same person in the same organisation as the one before it. */
  boolean samePerson(int row) {
    int a = order[row - 1] * width;
    int b = order[row] * width;
    return rows[a] == rows[b]
        && rows[a + 1] == rows[b + 1]
        && organisationAt(order[row - 1]) == organisationAt(order[row]);
  }

  /** Finds a row's answers. */
  void answers(PackedAnswers packed, int row, int[] answers) {
    packed.unpack(rows, order[row] * width + ANSWERS, answers);
  }

  private long from(int place) {
    return rows[place * width + FROM];
  }

  private int organisationAt(int place) {
    return (int) (from(place) >>> (WAVE_BITS + SOURCE_BITS));
  }

  /**
   * Into organisations, and in each by person: hashes spread evenly, so comparing is hardly needed.
   */
  private void sort(int organisations) {
    int[] starts = new int[organisations + 1];
    for (int place = 0; place < order.length; place++) {
      starts[organisationAt(place) + 1]++;
    }
    for (int o = 0; o < organisations; o++) {
      starts[o + 1] += starts[o];
    }
    int[] byOrganisation = new int[order.length];
    int[] next = starts.clone();
    for (int place = 0; place < order.length; place++) {
      byOrganisation[next[organisationAt(place)]++] = place;
    }
    for (int o = 0; o < organisations; o++) {
      byPerson(byOrganisation, starts[o], starts[o + 1]);
    }
  }

  private void byPerson(int[] places, int from, int to) {
    // A power of two, so that the leading bits of the hash say where.
    int bits = 1;
    while ((to - from) >> bits > TOGETHER) {
      bits++;
    }
    int[] next = new int[(1 << bits) + 1];
    for (int i = from; i < to; i++) {
      next[leading(places[i], bits) + 1]++;
    }
    for (int bin = 0; bin < next.length - 1; bin++) {
      next[bin + 1] += next[bin];
    }
    for (int i = from; i < to; i++) {
      order[from + next[leading(places[i], bits)]++] = places[i];
    }
    for (int i = from + 1; i < to; i++) {
      int place = order[i];
      int at = i;
      while (at > from && compare(order[at - 1], place) > 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = place;
    }
  }

  private int leading(int place, int bits) {
    return (int) (rows[place * width] >>> (Long.SIZE - bits));
  }

  private int compare(int a, int b) {
    int byHash = Long.compareUnsigned(rows[a * width], rows[b * width]);
    if (byHash != 0) {
      return byHash;
    }
    for (int i = 1; i < width; i++) {
      int order = Long.compare(rows[a * width + i], rows[b * width + i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int width(PanelPlan plan) {
    return ANSWERS + plan.packed().numbers();
  }
}
