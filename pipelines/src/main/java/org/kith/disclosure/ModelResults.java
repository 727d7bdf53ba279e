package org.kith.disclosure;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.kith.indicators.Behind.Of;
import org.kith.indicators.Measurement;
import org.kith.instrument.Instrument;
import org.kith.published.ComparabilityRow;
import org.kith.published.GrowthRow;
import org.kith.published.ItemBehaviourRow;
import org.kith.published.LevelRow;
import org.kith.published.PredictorRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * Results of models over everyone: the exact ones, as fine as {@link Fineness} allows. Each needs
 * three organisations or more with at least k of its own people each, people enough for its
 * decimals, and the plain figure over everyone beside it.
 */
final class ModelResults {
  private final Measurement exact;
  private final Behinds behinds;
  private final Map<String, String> dimensions;
  private final Map<List<String>, WholeForm> forms;
  private final Threshold threshold;

  /** Whether everyone's plain figure of a measure and wave is shown, and of how many people. */
  private final Map<List<String>, Visibility> plain = new HashMap<>();

  private final Map<List<String>, Long> people = new HashMap<>();
  private final Map<List<String>, Visibility> groups;

  /**
   * @param dimensions headings of the known groups by their ids
   * @param forms by instrument and wave
   * @param countedLevels what was counted
   * @param countedScales likewise
   * @param levels as they are published
   * @param scales likewise
   * @param respondents likewise
   */
  ModelResults(
      Measurement exact,
      Behinds behinds,
      Map<String, String> dimensions,
      Map<List<String>, WholeForm> forms,
      List<LevelRow> countedLevels,
      List<ScaleRow> countedScales,
      List<LevelRow> levels,
      List<ScaleRow> scales,
      List<RespondentsRow> respondents,
      Threshold threshold) {
    this.exact = exact;
    this.behinds = behinds;
    this.dimensions = dimensions;
    this.forms = forms;
    this.threshold = threshold;
    for (LevelRow row : levels) {
      if (row.scope() == Scope.ALL) {
        plain.put(
            List.of(row.instrument(), row.item(), row.wave()),
            row.answered() == null ? row.visibility() : Visibility.SHOWN);
      }
    }
    for (ScaleRow row : scales) {
      if (row.scope() == Scope.ALL) {
        plain.put(List.of(row.instrument(), Instrument.SCALE, row.wave()), row.visibility());
      }
    }
    for (LevelRow row : countedLevels) {
      if (row.scope() == Scope.ALL) {
        people.put(List.of(row.instrument(), row.item(), row.wave()), row.answered().longValue());
      }
    }
    for (ScaleRow row : countedScales) {
      if (row.scope() == Scope.ALL) {
        people.put(
            List.of(row.instrument(), Instrument.SCALE, row.wave()), row.people().longValue());
      }
    }
    groups =
        respondents.stream()
            .filter(row -> row.scope() == Scope.ALL)
            .collect(
                toMap(
                    row -> List.of(row.instrument(), row.wave(), row.dimension(), row.group()),
                    RespondentsRow::visibility));
  }

  /** Whether a result that rests on these people may be shown, apart from what it is. */
  private Visibility of(SortedMap<String, Long> people, int fewest) {
    long all = Behinds.sum(people);
    if (!threshold.pools(Behinds.array(people))) {
      return threshold.small(all) ? Visibility.FEWER_THAN_K : Visibility.FEWER_THAN_3_ORGANISATIONS;
    }
    return all < fewest ? Visibility.TOO_FEW : Visibility.SHOWN;
  }

  private static Visibility first(Visibility... reasons) {
    for (Visibility reason : reasons) {
      if (reason != Visibility.SHOWN) {
        return reason;
      }
    }
    return Visibility.SHOWN;
  }

  private Visibility plain(String instrument, String measure, String wave) {
    return plain.getOrDefault(List.of(instrument, measure, wave), Visibility.FEWER_THAN_K);
  }

  private Visibility complete(String instrument, String wave) {
    WholeForm form = forms.get(List.of(instrument, wave));
    if (form == null || form.complete() == null) {
      return Visibility.FEWER_THAN_K;
    }
    return first(
        of(behinds.of(Of.COMPLETE, instrument, "", wave), Fineness.FEWEST),
        plain(instrument, Instrument.SCALE, wave));
  }

  /** How many they are, where it may be told. What is worked out of them may be all the same. */
  private Integer completePeople(String instrument, String wave) {
    return forms.get(List.of(instrument, wave)).complete().published(threshold);
  }

  private Fineness completeFineness(String instrument, String wave) {
    return Fineness.of(forms.get(List.of(instrument, wave)).completePeople());
  }

  List<ReliabilityRow> reliability() {
    return exact.reliability().stream().map(this::row).toList();
  }

  private ReliabilityRow row(ReliabilityRow row) {
    Visibility visibility = first(complete(row.instrument(), row.wave()), row.visibility());
    if (visibility != Visibility.SHOWN) {
      return new ReliabilityRow(
          row.instrument(), row.wave(), null, null, null, null, null, null, null, null, visibility);
    }
    Fineness fine = completeFineness(row.instrument(), row.wave());
    WholeForm form = forms.get(List.of(row.instrument(), row.wave()));
    return new ReliabilityRow(
        row.instrument(),
        row.wave(),
        completePeople(row.instrument(), row.wave()),
        row.items(),
        fine.places(row.alpha(), 3),
        fine.places(row.low(), 3),
        fine.places(row.high(), 3),
        fine.places(row.omega(), 3),
        form.atEnd(true, threshold),
        form.atEnd(false, threshold),
        Visibility.SHOWN);
  }

  List<ItemBehaviourRow> itemBehaviour() {
    return exact.itemBehaviour().stream().map(this::row).toList();
  }

  private ItemBehaviourRow row(ItemBehaviourRow row) {
    Visibility visibility = first(complete(row.instrument(), row.wave()), row.visibility());
    if (visibility != Visibility.SHOWN) {
      return new ItemBehaviourRow(
          row.instrument(), row.item(), row.wave(), null, null, null, visibility);
    }
    Fineness fine = completeFineness(row.instrument(), row.wave());
    return new ItemBehaviourRow(
        row.instrument(),
        row.item(),
        row.wave(),
        completePeople(row.instrument(), row.wave()),
        fine.places(row.itemRest(), 3),
        fine.places(row.alphaIfDropped(), 3),
        Visibility.SHOWN);
  }

  List<ComparabilityRow> comparability() {
    return exact.comparability().stream().map(this::row).toList();
  }

  private ComparabilityRow row(ComparabilityRow row) {
    Visibility visibility = first(complete(row.instrument(), row.wave()), row.visibility());
    if (visibility == Visibility.SHOWN && row.people() != null) {
      visibility =
          row.organisations() < threshold.organisations()
              ? Visibility.FEWER_THAN_3_ORGANISATIONS
              : row.people() < Fineness.FEWEST ? Visibility.TOO_FEW : Visibility.SHOWN;
    }
    if (visibility != Visibility.SHOWN || row.people() == null) {
      return new ComparabilityRow(
          row.instrument(), row.item(), row.wave(), null, null, null, null, null, null, visibility);
    }
    // Pseudo-R² rises by little, and one person moves it by little of that: two decimals always.
    Fineness fine = Fineness.of(Math.max(row.people(), Fineness.OF_MODEL));
    // Those who were not compared are of organisations too small for it. Their number would be what
    // the number compared leaves of all complete cases.
    long left = forms.get(List.of(row.instrument(), row.wave())).completePeople() - row.people();
    boolean fewLeft = left > 0 && threshold.small(left);
    return new ComparabilityRow(
        row.instrument(),
        row.item(),
        row.wave(),
        row.organisations(),
        fewLeft || completePeople(row.instrument(), row.wave()) == null
            ? null
            : Integer.valueOf(threshold.rounded(row.people())),
        fine.places(row.uniform(), 4),
        fine.places(row.nonUniform(), 4),
        fine.places(row.p(), 4),
        row.apart(),
        Visibility.SHOWN);
  }

  List<GrowthRow> growth() {
    return exact.growth().stream().map(this::row).toList();
  }

  private GrowthRow row(GrowthRow row) {
    SortedMap<String, Long> followed =
        behinds.of(Of.FOLLOWED, row.instrument(), row.measure(), "", "");
    long all = Behinds.sum(followed);
    Visibility visibility = first(of(followed, Fineness.OF_MODEL), row.visibility());
    boolean fewLeft = false;
    for (Map.Entry<List<String>, Long> wave : people.entrySet()) {
      if (wave.getKey().get(0).equals(row.instrument())
          && wave.getKey().get(1).equals(row.measure())) {
        visibility =
            first(visibility, plain(row.instrument(), row.measure(), wave.getKey().get(2)));
        // How many did not answer in that wave is what it leaves of all.
        fewLeft |= threshold.small(all - wave.getValue());
      }
    }
    if (visibility != Visibility.SHOWN) {
      return new GrowthRow(
          row.instrument(),
          row.measure(),
          row.from(),
          row.to(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          visibility);
    }
    Fineness fine = Fineness.of(all);
    return new GrowthRow(
        row.instrument(),
        row.measure(),
        row.from(),
        row.to(),
        row.waves(),
        speaking(followed),
        fewLeft ? null : Integer.valueOf(threshold.rounded(all)),
        fine.places(row.start(), 3),
        fine.places(row.startLow(), 3),
        fine.places(row.startHigh(), 3),
        fine.places(row.slope(), 3),
        fine.places(row.slopeLow(), 3),
        fine.places(row.slopeHigh(), 3),
        fine.digits(row.organisationSd(), 3),
        fine.digits(row.personSd(), 3),
        fine.digits(row.slopeSd(), 3),
        fine.places(row.correlation(), 3),
        fine.digits(row.residualSd(), 3),
        row.atBoundary(),
        Visibility.SHOWN);
  }

  private int speaking(SortedMap<String, Long> people) {
    return (int) people.values().stream().filter(threshold::speaks).count();
  }

  List<PredictorRow> predictors() {
    List<PredictorRow> rows = new ArrayList<>();
    for (PredictorRow row : exact.predictors()) {
      rows.add(row(row));
    }
    return rows;
  }

  private PredictorRow row(PredictorRow row) {
    SortedMap<String, Long> known =
        behinds.of(Of.KNOWN, row.instrument(), row.measure(), row.wave());
    Visibility visibility =
        first(
            of(known, Fineness.OF_MODEL),
            plain(row.instrument(), row.measure(), row.wave()),
            group(row, row.group()),
            group(row, row.reference()),
            row.visibility());
    if (visibility != Visibility.SHOWN) {
      return new PredictorRow(
          row.instrument(),
          row.measure(),
          row.wave(),
          row.dimension(),
          row.group(),
          row.reference(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          visibility);
    }
    long all = Behinds.sum(known);
    Fineness fine = Fineness.of(all);
    long left = people.get(List.of(row.instrument(), row.measure(), row.wave())) - all;
    boolean fewLeft = left > 0 && threshold.small(left);
    return new PredictorRow(
        row.instrument(),
        row.measure(),
        row.wave(),
        row.dimension(),
        row.group(),
        row.reference(),
        speaking(known),
        fewLeft ? null : Integer.valueOf(threshold.rounded(all)),
        fine.places(row.within(), 3),
        fine.places(row.withinLow(), 3),
        fine.places(row.withinHigh(), 3),
        fine.places(row.between(), 3),
        fine.places(row.betweenLow(), 3),
        fine.places(row.betweenHigh(), 3),
        Visibility.SHOWN);
  }

  /** A group is spoken of where it is listed, and k of its people or more are in the model. */
  private Visibility group(PredictorRow row, String group) {
    String heading = dimensions.getOrDefault(row.dimension(), row.dimension());
    Visibility listed =
        groups.getOrDefault(
            List.of(row.instrument(), row.wave(), heading, group), Visibility.FEWER_THAN_K);
    long people =
        behinds.ofGroup(row.instrument(), row.measure(), row.wave(), row.dimension(), group);
    return first(listed, threshold.small(people) ? Visibility.FEWER_THAN_K : Visibility.SHOWN);
  }
}
