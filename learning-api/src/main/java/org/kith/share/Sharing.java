package org.kith.share;

import static java.util.stream.Collectors.toList;
import static org.kith.resident.Consents.Audience.TABLES;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.protect.Pseudonyms;
import org.kith.reflection.Audience;
import org.kith.reflection.SharedReflection;
import org.kith.reflection.SharedReflection.Scope;
import org.kith.reflection.SharedTeam;
import org.kith.residents.Ledger;
import org.kith.residents.Ledger.Category;
import org.kith.store.Store;
import org.kith.workspace.Organisation;

/**
 * Turns what the store holds into what its authors let leave it, by the audience of each reflection
 * and by their own ledger. A reflection for nobody else never comes up here, not even as the one
 * that another carries on from; nor does one whose author does not let the tables count it.
 */
final class Sharing {
  private final Map<String, Organisation> organisations;
  private final Pseudonyms pseudonyms;
  private final UnaryOperator<String> scrub;
  private final LocalDate today;
  private final SortedSet<String> unknown = new TreeSet<>();

  /**
   * @param scrub puts the kind of thing in the place of each identifier
   * @param today the day on which consents are judged
   */
  Sharing(
      List<Organisation> organisations,
      Pseudonyms pseudonyms,
      UnaryOperator<String> scrub,
      LocalDate today) {
    this.today = today;
    this.organisations = organisations.stream().collect(Collectors.toMap(Organisation::id, o -> o));
    this.pseudonyms = pseudonyms;
    this.scrub = scrub;
  }

  /** What is shared, all of it at one moment. Rows are in an order that tells nothing. */
  Shared of(Store store, TakenOut takenOut) {
    return store.read(
        h -> {
          Codebook codebook = Codebook.read(h);
          return new Shared(
              reflections(h, codebook), teams(h), codebook.themes(), unknown, takenOut);
        });
  }

  private List<SharedReflection> reflections(Handle h, Codebook codebook) {
    Set<String> uncounted = refusing(h, Category.TAPS);
    Set<String> unspoken = refusing(h, Category.WORDS);
    Set<String> shared = new HashSet<>();
    h.createQuery("select id, author from reflection where audience <> 'me'")
        .map((row, ctx) -> List.of(row.getString("id"), row.getString("author")))
        .forEach(
            r -> {
              if (!uncounted.contains(r.get(1))) {
                shared.add(r.get(0));
              }
            });
    Map<String, List<String>> taps = taps(h);
    Map<String, String> words = words(h);
    Map<String, String> onlyTeam = onlyTeams(h);
    List<SharedReflection> rows =
        h.createQuery(
                "select r.id, r.author, r.team, r.happened, r.kind, r.feeling, r.follows,"
                    + " r.audience, p.organisation from reflection r"
                    + " join person p on p.id = r.author where r.audience <> 'me'")
            .map(
                (row, ctx) -> {
                  String id = row.getString("id");
                  Optional<Organisation> organisation = known(row.getString("organisation"));
                  String author = row.getString("author");
                  String with = row.getString("team");
                  String team = with == null ? onlyTeam.get(author) : with;
                  String follows = row.getString("follows");
                  boolean spoken =
                      Audience.of(row.getString("audience")) == Audience.CYCLE
                          && !unspoken.contains(author);
                  return new SharedReflection(
                      reflection(id),
                      author(author),
                      team == null ? null : team(team),
                      organisation.map(Organisation::id).orElse(null),
                      organisation.map(Organisation::place).orElse(null),
                      monday(row.getString("happened")),
                      row.getString("kind"),
                      taps.getOrDefault(id + " level", List.of()),
                      taps.getOrDefault(id + " carried", List.of()),
                      taps.getOrDefault(id + " barrier", List.of()),
                      row.getString("feeling"),
                      codebook.named(taps.getOrDefault(id + " theme", List.of())),
                      follows != null && shared.contains(follows) ? reflection(follows) : null,
                      spoken ? Scope.WORDS : Scope.TAPS,
                      spoken ? words.getOrDefault(id, "") : null);
                })
            .list();
    Set<String> kept = shared.stream().map(this::reflection).collect(Collectors.toSet());
    rows = rows.stream().filter(r -> kept.contains(r.reflection())).collect(toList());
    rows.sort(Comparator.comparing(SharedReflection::reflection));
    return rows;
  }

  /** Those who do not let the tables use what they share, of one kind. */
  private Set<String> refusing(Handle h, Category category) {
    return Ledger.all(h, Ledger.Kind.PERSON).stream()
        .filter(s -> s.line().category() == category && s.line().audience() == TABLES)
        .filter(s -> !s.line().allows(today))
        .map(Ledger.Said::subject)
        .collect(Collectors.toSet());
  }

  /** Values tapped, by the reflection's id and the row of taps. */
  private static Map<String, List<String>> taps(Handle h) {
    Map<String, List<String>> taps = new HashMap<>();
    h.createQuery(
            "select t.reflection, t.tap, t.value from reflection_tap t"
                + " join reflection r on r.id = t.reflection where r.audience <> 'me'"
                + " order by t.value")
        .map((row, ctx) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
        .forEach(
            t ->
                taps.computeIfAbsent(t.get(0) + " " + t.get(1), key -> new ArrayList<>())
                    .add(t.get(2)));
    return taps;
  }

  /** Scrubbed words of what is shared with its words. */
  private Map<String, String> words(Handle h) {
    Map<String, String> words = new HashMap<>();
    h.createQuery(
            "select a.reflection, a.words from reflection_answer a"
                + " join reflection r on r.id = a.reflection where r.audience = 'cycle'"
                + " order by a.reflection, a.position")
        .map((row, ctx) -> List.of(row.getString(1), scrub.apply(row.getString(2))))
        .forEach(a -> words.merge(a.get(0), a.get(1), (one, next) -> one + "\n" + next));
    return words;
  }

  /** The team of everybody who is in one only. */
  private static Map<String, String> onlyTeams(Handle h) {
    Map<String, String> teams = new HashMap<>();
    h.createQuery("select person, max(team) from team_member group by person having count(*) = 1")
        .map((row, ctx) -> List.of(row.getString(1), row.getString(2)))
        .forEach(m -> teams.put(m.get(0), m.get(1)));
    return teams;
  }

  private List<SharedTeam> teams(Handle h) {
    List<SharedTeam> teams = new ArrayList<>();
    h.createQuery(
            "select t.id, t.organisation, t.created, (select count(*) from team_member m"
                + " join person p on p.id = m.person where m.team = t.id and p.left_at is null)"
                + " as members from team t")
        .map(
            (row, ctx) ->
                new SharedTeam(
                    team(row.getString("id")),
                    row.getString("organisation"),
                    row.getInt("members"),
                    day(row.getLong("created"))))
        .forEach(team -> known(team.organisation()).ifPresent(known -> teams.add(team)));
    teams.sort(Comparator.comparing(SharedTeam::team));
    return teams;
  }

  private static String day(long at) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC).toString();
  }

  private Optional<Organisation> known(String organisation) {
    if (organisation != null && !organisations.containsKey(organisation)) {
      unknown.add(organisation);
    }
    return Optional.ofNullable(organisations.get(organisation));
  }

  private static String monday(String happened) {
    return LocalDate.parse(happened)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .toString();
  }

  // An id alone could also be that of somebody who answered a survey, and link the two.

  private String author(String id) {
    return pseudonyms.of("\u0000kith: author " + id);
  }

  private String reflection(String id) {
    return pseudonyms.of("\u0000kith: reflection " + id);
  }

  private String team(String id) {
    return pseudonyms.of("\u0000kith: team " + id);
  }
}
