package org.kith.share;

import java.util.List;
import java.util.SortedSet;
import org.kith.reflection.SharedReflection;
import org.kith.reflection.SharedTeam;
import org.kith.reflection.SharedTheme;

/**
 * What was shared at one moment.
 *
 * @param unknown ids of organisations that people or teams belong to and organisations.csv lacks;
 *     what their people share is counted without an organisation
 * @param takenOut the answers to surveys that left the lake
 */
record Shared(
    List<SharedReflection> reflections,
    List<SharedTeam> teams,
    List<SharedTheme> themes,
    SortedSet<String> unknown,
    TakenOut takenOut) {

  Shared {
    reflections = List.copyOf(reflections);
    teams = List.copyOf(teams);
    themes = List.copyOf(themes);
  }

  long withWords() {
    return reflections.stream().filter(r -> r.scope() == SharedReflection.Scope.WORDS).count();
  }
}
