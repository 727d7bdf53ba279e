package org.kith.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody with the published tables, a textbook and time: writes down everything known as
 * inequalities and bounds each hidden number by linear programming. Every difference one could take
 * by hand (a total less its parts, a place less its organisations) is a combination of these rows,
 * so nothing arithmetic can do is left out.
 */
final class Attacker {
  static final double NO_LIMIT = 1e6;

  private record Sum(List<Integer> cells, List<Double> weights, double low, double high) {}

  /** Something that is hidden, and what the attack found. */
  static final class Target {
    final String name;
    final List<Integer> cells;
    final long truth;
    double low = Double.NaN;
    double high = Double.NaN;

    Target(String name, List<Integer> cells, long truth) {
      this.name = name;
      this.cells = cells;
      this.truth = truth;
    }

    double width() {
      return high - low;
    }

    @Override
    public String toString() {
      return name + " is " + truth + ", found in " + low + " to " + high;
    }
  }

  private final List<Sum> sums = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private int cells;

  int cell() {
    return cells++;
  }

  void knows(List<Integer> cells, double low, double high) {
    knowsDifference(cells, List.of(), low, high);
  }

  /** That one sum less another lies in a range. */
  void knowsDifference(List<Integer> plus, List<Integer> minus, double low, double high) {
    List<Integer> all = new ArrayList<>(plus);
    all.addAll(minus);
    double[] weights = new double[all.size()];
    Arrays.fill(weights, 0, plus.size(), 1);
    Arrays.fill(weights, plus.size(), weights.length, -1);
    knowsWeighted(all, weights, low, high);
  }

  /** That a weighted sum lies in a range. */
  void knowsWeighted(List<Integer> cells, double[] weights, double low, double high) {
    sums.add(new Sum(List.copyOf(cells), Arrays.stream(weights).boxed().toList(), low, high));
  }

  void wants(String name, List<Integer> cells, long truth) {
    targets.add(new Target(name, List.copyOf(cells), truth));
  }

  int wanted() {
    return targets.size();
  }

  /** The targets that could be bounded more narrowly than the margin. */
  List<Target> attack(double margin) {
    if (targets.isEmpty()) {
      return List.of();
    }
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] x = new Variable[cells];
    for (int c = 0; c < cells; c++) {
      x[c] = model.newVariable("x" + c).lower(0).upper(NO_LIMIT);
    }
    int n = 0;
    for (Sum sum : sums) {
      Expression expression = model.newExpression("s" + n++).lower(sum.low()).upper(sum.high());
      double[] weight = new double[cells];
      for (int i = 0; i < sum.weights().size(); i++) {
        weight[sum.cells().get(i)] += sum.weights().get(i);
      }
      for (int c = 0; c < cells; c++) {
        if (weight[c] != 0) {
          expression.set(x[c], weight[c]);
        }
      }
    }
    // All at once first: one solution says how far apart many numbers can lie.
    double[] together = new double[cells];
    targets.forEach(t -> t.cells.forEach(c -> together[c] += 1.0 / t.cells.size()));
    solve(model, x, together, true);
    solve(model, x, together, false);
    List<Target> found = new ArrayList<>();
    for (Target target : targets) {
      double[] alone = new double[cells];
      target.cells.forEach(c -> alone[c] = 1);
      if (target.width() < margin) {
        solve(model, x, alone, true);
      }
      if (target.width() < margin) {
        solve(model, x, alone, false);
      }
      if (target.width() < margin - 1e-6) {
        found.add(target);
      }
      boolean left = target.truth < target.low - 1e-6 || target.truth > target.high + 1e-6;
      if (left && target.width() < margin) {
        throw new AssertionError("The attack itself is wrong: " + target);
      }
    }
    return found;
  }

  private void solve(ExpressionsBasedModel model, Variable[] x, double[] weight, boolean most) {
    for (int c = 0; c < cells; c++) {
      x[c].weight(weight[c]);
      x[c].setValue(null);
    }
    Optimisation.Result result = most ? model.maximise() : model.minimise();
    if (!result.getState().isOptimal()) {
      throw new AssertionError("The attack found no solution: " + result.getState());
    }
    double[] value = new double[cells];
    Arrays.setAll(value, result::doubleValue);
    for (Target target : targets) {
      double sum = target.cells.stream().mapToDouble(c -> value[c]).sum();
      target.low = Double.isNaN(target.low) ? sum : Math.min(target.low, sum);
      target.high = Double.isNaN(target.high) ? sum : Math.max(target.high, sum);
    }
  }
}
