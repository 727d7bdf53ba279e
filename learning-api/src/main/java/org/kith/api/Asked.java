package org.kith.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/** The parameters of one request, checked against those its address takes. */
final class Asked {
  private final Map<String, String> values;

  private Asked(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Checks a request.
   *
   * @param takes the address's parameters
   * @param path values of the path's parameters
   * @param query values of the query's parameters, each as often as it was given
   * @throws ProblemException if a parameter is unknown, given twice, or not of its form
   */
  static Asked of(
      List<Parameter> takes, Map<String, String> path, Map<String, List<String>> query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (var given : query.entrySet()) {
      Parameter parameter =
          takes.stream()
              .filter(p -> !p.inPath() && p.name().equals(given.getKey()))
              .findFirst()
              .orElseThrow(() -> unknown(given.getKey(), takes));
      if (given.getValue().size() > 1) {
        throw ProblemException.of(
            Problem.Kind.BAD_PARAMETER, "Give '" + parameter.name() + "' once, not twice.");
      }
      values.put(parameter.name(), checked(parameter, given.getValue().get(0)));
    }
    for (Parameter parameter : takes) {
      if (parameter.inPath()) {
        values.put(parameter.name(), checked(parameter, path.getOrDefault(parameter.name(), "")));
      }
    }
    return new Asked(values);
  }

  /** The value of a parameter, if it was given. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of a parameter that its address always has. */
  String always(String name) {
    return value(name).orElseThrow(() -> new IllegalStateException("no parameter " + name));
  }

  /** A whole number, or what to take when it was not given. */
  int number(String name, int otherwise) {
    return value(name).map(Integer::parseInt).orElse(otherwise);
  }

  private static String checked(Parameter parameter, String value) {
    if (!parameter.takes(value)) {
      // The value is not repeated: it came from outside and may be shown on a page.
      throw ProblemException.of(
          parameter.inPath() ? Problem.Kind.NOT_FOUND : Problem.Kind.BAD_PARAMETER,
          "'" + parameter.name() + "' must be " + parameter.form() + ".");
    }
    return value;
  }

  private static ProblemException unknown(String name, List<Parameter> takes) {
    String known =
        takes.stream()
            .filter(p -> !p.inPath())
            .map(Parameter::name)
            .sorted()
            .collect(Collectors.joining(", "));
    String shown = name.matches("[A-Za-z0-9_-]{1,40}") ? "'" + name + "'" : "one of these";
    return ProblemException.of(
        Problem.Kind.BAD_PARAMETER,
        "This address has no parameter " + shown + ". It takes: " + known + ".");
  }
}
