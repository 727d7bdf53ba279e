package org.kith.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.kith.indicators.Indicators;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring;
import org.kith.lake.IngestRecord;
import org.kith.lake.RowAccount;
import org.kith.workspace.Organisation;

/** Invented people, what they were asked, what they answered and the exports that held it. */
final class World {
  static final String INSTRUMENT = "asked";

  /** One form: the organisation, the wave, an answer or kind of missing for each item, a group. */
  record Form(int organisation, int wave, List<Integer> answers, int group) {}

  final List<Organisation> organisations;
  final Instrument instrument;
  final List<Form> forms;
  final int waves;

  World(List<Organisation> organisations, List<Item> items, int waves, List<Form> forms) {
    this.organisations = organisations;
    this.forms = forms;
    this.waves = waves;
    this.instrument =
        new Instrument(
            INSTRUMENT,
            "Asked",
            "trust",
            "none",
            "",
            "invented",
            "",
            "",
            new Scoring(
                items.size() > 1 ? Scoring.Method.MEAN : Scoring.Method.PERCENT_IN_CODES,
                items.size(),
                0,
                10,
                "more"),
            items);
  }

  /** An item with so many answers, the highest ones counted, the last ones outside the share. */
  static Item item(String id, int answers, int counted, int excluded) {
    List<Answer> offered =
        IntStream.rangeClosed(1, answers)
            .mapToObj(c -> new Answer(c, "answer " + c, "" + c, null))
            .toList();
    Set<Integer> last = new java.util.HashSet<>();
    Set<Integer> high = new java.util.HashSet<>();
    for (int c = 0; c < excluded; c++) {
      last.add(answers - c);
    }
    for (int c = 0; c < counted; c++) {
      high.add(answers - excluded - c);
    }
    return new Item(id, "?", offered, false, Map.of(), last, high, counted > 0 ? "said so" : "");
  }

  static List<Organisation> organisations(int... perPlace) {
    List<Organisation> list = new ArrayList<>();
    for (int p = 0; p < perPlace.length; p++) {
      for (int o = 0; o < perPlace[p]; o++) {
        String id = "org" + (list.size() + 1);
        list.add(new Organisation(id, "Org " + id, "place" + (p + 1), "Place " + (p + 1)));
      }
    }
    return list;
  }

  /**
   * People drawn at random.
   *
   * @param sizes per organisation, people in each wave, give or take; negative means it comes and
   *     goes
   * @param weights per item, how often each answer is given
   */
  static World random(
      long seed,
      List<Organisation> organisations,
      List<Item> items,
      int waves,
      int[] sizes,
      List<double[]> weights,
      double missing) {
    Random random = new Random(seed);
    List<Form> forms = new ArrayList<>();
    for (int o = 0; o < organisations.size(); o++) {
      double lean = random.nextGaussian() * 0.25;
      for (int w = 0; w < waves; w++) {
        if (sizes[o] < 0 && random.nextBoolean()) {
          continue;
        }
        int people =
            Math.max(1, (int) Math.round(Math.abs(sizes[o]) * (0.8 + 0.4 * random.nextDouble())));
        for (int p = 0; p < people; p++) {
          List<Integer> answers = new ArrayList<>();
          for (double[] weight : weights) {
            answers.add(
                random.nextDouble() < missing
                    ? -1 - random.nextInt(3)
                    : draw(random, weight, lean));
          }
          int group = random.nextDouble() < 0.1 ? -1 : draw(random, new double[] {5, 3, 2, 0.3}, 0);
          forms.add(new Form(o, w, answers, group));
        }
      }
    }
    return new World(organisations, items, waves, forms);
  }

  private static int draw(Random random, double[] weight, double lean) {
    double[] w = new double[weight.length];
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      w[i] = weight[i] * Math.exp(lean * i);
      sum += w[i];
    }
    double at = random.nextDouble() * sum;
    for (int i = 0; i < w.length; i++) {
      at -= w[i];
      if (at < 0) {
        return i + 1;
      }
    }
    return w.length;
  }

  static String wave(int wave) {
    return (2022 + wave / 4) + "q" + (wave % 4 + 1);
  }

  /** The indicators of these people's answers, exactly as they are. */
  Indicators exact() {
    return new SecondCount(this).indicators();
  }

  /** Exports whose rows went here and there. */
  static List<IngestRecord> exports(long seed) {
    Random random = new Random(seed);
    List<IngestRecord> exports = new ArrayList<>();
    for (int e = 1; e <= 4; e++) {
      long accepted = 200L + random.nextInt(900);
      long partial = random.nextInt(40);
      long preview = random.nextInt(6);
      long duplicate = random.nextInt(12);
      long rejected = random.nextInt(12);
      // In half of the worlds nobody has taken their answers out.
      long withdrawn = seed % 2 == 0 ? 0 : random.nextInt(12);
      RowAccount rows =
          new RowAccount(
              accepted + partial + preview + duplicate + withdrawn + rejected,
              accepted,
              partial,
              preview,
              duplicate,
              withdrawn,
              rejected);
      exports.add(
          new IngestRecord(
              "export" + e, "export" + e + ".csv", "csv", "", "", "", rows, List.of()));
    }
    return exports;
  }
}
