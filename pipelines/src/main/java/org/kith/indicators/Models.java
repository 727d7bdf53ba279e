package org.kith.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kith.groups.GroupStatistics;
import org.kith.groups.Measure;
import org.kith.groups.Measure.Outcome;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.Scope;
import org.kith.statistics.ItemDistribution;
import org.kith.statistics.Moments;
import org.kith.statistics.RandomIntercept;

/** A random-intercept model for every measure and wave, fitted once and used by several. */
final class Models {
  private record Key(String instrument, String measure, String wave) {}

  private final Map<Key, Model> models = new LinkedHashMap<>();

  private Models() {}

  static Models of(Survey survey) {
    Models models = new Models();
    for (Instrument instrument : survey.instruments()) {
      for (Measure asked : Measure.of(instrument)) {
        Measured measure = new Measured(instrument, asked);
        for (String wave : survey.waves(instrument)) {
          List<String> organisations = new ArrayList<>();
          List<Moments> moments = new ArrayList<>();
          for (Survey.Unit unit : survey.units(instrument, wave)) {
            if (unit.scope() == Scope.ORGANISATION) {
              measure
                  .moments(unit.members().get(0))
                  .ifPresent(
                      of -> {
                        organisations.add(unit.id());
                        moments.add(of);
                      });
            }
          }
          models.models.put(
              new Key(instrument.id(), measure.name(), wave),
              new Model(measure, wave, organisations, moments));
        }
      }
    }
    return models;
  }

  /** By instrument, measure in asked order with the scale last, and wave. */
  List<Model> all() {
    return List.copyOf(models.values());
  }

  /** The model of one measure and wave, if the measure is one. */
  Optional<Model> of(Instrument instrument, String measure, String wave) {
    return Optional.ofNullable(models.get(new Key(instrument.id(), measure, wave)));
  }

  /** A measure of an instrument. */
  record Measured(Instrument instrument, Measure measure) {

    /** An item id, or {@link Instrument#SCALE}. */
    String name() {
      return measure.name();
    }

    /** Of the people of one organisation; empty when none has a value. */
    Optional<Moments> moments(GroupStatistics group) {
      if (measure.outcome() == Outcome.SCORE) {
        return group.scores().isEmpty()
            ? Optional.empty()
            : Optional.of(Moments.of(group.scores()));
      }
      Item item = instrument.item(name()).orElseThrow();
      ItemDistribution answers =
          ItemDistribution.of(group.answers().getOrDefault(name(), new TreeMap<>()), item);
      if (answers.answered() == 0) {
        return Optional.empty();
      }
      if (measure.outcome() == Outcome.SHARE) {
        return Optional.of(Moments.ofShare(answers.counted(), answers.answered()));
      }
      SortedMap<Double, Long> codes = new TreeMap<>();
      answers
          .answers()
          .forEach(
              (code, people) -> {
                if (item.valid(code)) {
                  codes.put((double) code, people);
                }
              });
      return Optional.of(Moments.of(codes));
    }

    /** From the unit of the model to the unit people read: shares become percent. */
    double readable(double value) {
      return measure.outcome() == Outcome.SHARE
          ? Math.max(0, Math.min(100, 100 * value))
          : Math.max(least(), Math.min(most(), value));
    }

    private double least() {
      return measure.outcome() == Outcome.SCORE
          ? instrument.scoring().min()
          : instrument.item(name()).orElseThrow().answers().stream()
              .mapToInt(answer -> answer.code())
              .min()
              .orElseThrow();
    }

    private double most() {
      return measure.outcome() == Outcome.SCORE
          ? instrument.scoring().max()
          : instrument.item(name()).orElseThrow().answers().stream()
              .mapToInt(answer -> answer.code())
              .max()
              .orElseThrow();
    }
  }

  /** One measure in one wave, over the organisations that have values of it. */
  static final class Model {
    final Measured measure;
    final String wave;
    final List<String> organisations;
    final List<Moments> moments;
    private final RandomIntercept fit;

    Model(Measured measure, String wave, List<String> organisations, List<Moments> moments) {
      this.measure = measure;
      this.wave = wave;
      this.organisations = organisations;
      this.moments = moments;
      this.fit =
          RandomIntercept.whyNot(sizes(), means(), squares()).isPresent()
              ? null
              : RandomIntercept.of(sizes(), means(), squares());
    }

    /** The fit; empty where the data cannot tell between from within. */
    Optional<RandomIntercept> fit() {
      return Optional.ofNullable(fit);
    }

    /**
     * How much clustering widens the variance of a figure that pools so many people of so many
     * organisations: {@code 1 + (m − 1)·ICC}. It is 1 within one organisation, and where the share
     * between organisations cannot be worked out.
     */
    double designEffect(long people, int pooled) {
      return fit == null || pooled < 2 ? 1 : 1 + ((double) people / pooled - 1) * fit.icc();
    }

    double[] sizes() {
      return moments.stream().mapToDouble(Moments::n).toArray();
    }

    double[] means() {
      return moments.stream().mapToDouble(Moments::mean).toArray();
    }

    double[] squares() {
      return moments.stream().mapToDouble(Moments::ss).toArray();
    }
  }
}
