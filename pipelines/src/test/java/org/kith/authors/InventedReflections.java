package org.kith.authors;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.kith.reflection.Level;
import org.kith.reflection.SharedReflection;
import org.kith.reflection.SharedTeam;
import org.kith.reflection.SharedTheme;
import org.kith.workspace.Organisation;

/**
 * Any number of invented reflections, the same for the same seed, made as they are read so that a
 * million take no memory. Twelve organisations in three places, January 2023 to June 2026; five
 * themes, of which {@code bus} is spoken of from July 2025 only and {@code video} until the end of
 * 2024.
 */
public final class InventedReflections extends AbstractList<SharedReflection> {
  public static final List<SharedTheme> THEMES =
      List.of(
          new SharedTheme("bus", "A bus route ended", ""),
          new SharedTheme("food", "Food and kitchens", "How trust starts."),
          new SharedTheme("forms", "Forms that ask again", ""),
          new SharedTheme("panel", "Waiting for a panel", ""),
          new SharedTheme("video", "Appointments on a screen", ""));

  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
  private static final int WEEKS = 182;
  private static final int ORGANISATIONS = 12;
  private static final int TEAMS = 4;
  private static final List<String> CARRIED = List.of("me", "service", "community", "person");
  private static final List<String> BARRIERS =
      List.of("rule", "form", "funding", "threshold", "law", "other", "time");

  /** Per theme, ways to speak of it. */
  private static final List<List<String>> SENTENCES =
      List.of(
          List.of(
              "The number nine bus stopped running and she cannot reach the surgery.",
              "No bus route from the estate any more, so the lift share began.",
              "They ended the bus and the shops are four miles off."),
          List.of(
              "We peeled potatoes in the kitchen and he talked for the first time.",
              "Soup on the stove and the kitchen full of neighbours.",
              "Cooking lunch together did more than my assessment."),
          List.of(
              "The same form with the same questions for the third service.",
              "Another form asked her income and her history all over.",
              "He filled in the form again although the hospital holds it."),
          List.of(
              "Still waiting for a panel to agree the ramp.",
              "The panel was cancelled and the decision moved to March.",
              "A decision by panel took longer than the illness."),
          List.of(
              "The video appointment froze and she hung up.",
              "On the screen I saw the ceiling and half a chin.",
              "Another video call with no sound at the other end."));

  private static final List<String> OTHER =
      List.of(
          "I rang [a name] and left a message about the flat.",
          "His brother turned up with a drill and a flask.",
          "The manager let me stay the extra hour.",
          "She laughed at the garden and showed the beans.",
          "Supervision helped me see my own hurry.",
          "Nothing moved and I felt heavy on the drive home.",
          "The landlord answered on the second letter.",
          "We walked round the block instead of sitting.");

  private final int size;
  private final long seed;
  private final int authors;

  /**
   * @param size how many
   * @param authors of how many authors, at least one an organisation
   */
  public InventedReflections(int size, int authors, long seed) {
    this.size = size;
    this.authors = authors;
    this.seed = seed;
  }

  /** The organisations they come from, four in each of three places. */
  public static List<Organisation> organisations() {
    return IntStream.range(0, ORGANISATIONS)
        .mapToObj(
            o -> new Organisation("org-%02d".formatted(o + 1), "Org", "place-" + o / 4, "Place"))
        .toList();
  }

  /** Four teams an organisation, the first one too small to be told of. */
  public static List<SharedTeam> teams() {
    return IntStream.range(0, ORGANISATIONS * TEAMS)
        .mapToObj(
            t ->
                new SharedTeam(
                    "team-" + t,
                    "org-%02d".formatted(t / TEAMS + 1),
                    t % TEAMS == 0 ? 6 : 14,
                    "2022-11-07"))
        .toList();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public SharedReflection get(int index) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
    int author = random.nextInt(authors);
    int organisation = author % ORGANISATIONS;
    int week = random.nextInt(WEEKS);
    LocalDate monday = FIRST.plusWeeks(week);
    List<String> themes = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (int t = 0; t < SENTENCES.size(); t++) {
      if (spoken(t, monday) && random.nextInt(5) == 0) {
        themes.add(THEMES.get(t).theme());
        said.add(pick(SENTENCES.get(t), random));
      }
    }
    said.add(pick(OTHER, random));
    said.add(pick(OTHER, random));
    boolean words = random.nextInt(10) < 6;
    // An earlier one of the list need not be earlier in time: bad data is data.
    String follows = index > 10 && random.nextInt(4) == 0 ? "r" + random.nextInt(index) : null;
    return new SharedReflection(
        "r" + index,
        "a" + author,
        "team-" + (organisation * TEAMS + author / ORGANISATIONS % TEAMS),
        "org-%02d".formatted(organisation + 1),
        "place-" + organisation / 4,
        monday.toString(),
        "reflection",
        some(Arrays.stream(Level.values()).map(Level::id).toList(), 3, random),
        some(CARRIED, 3, random),
        some(BARRIERS, 4, random),
        null,
        themes,
        follows,
        words ? SharedReflection.Scope.WORDS : SharedReflection.Scope.TAPS,
        words ? String.join("\n", said) : null);
  }

  private static boolean spoken(int theme, LocalDate monday) {
    return switch (theme) {
      case 0 -> monday.getYear() > 2025 || (monday.getYear() == 2025 && monday.getMonthValue() > 6);
      case 4 -> monday.getYear() < 2025;
      default -> true;
    };
  }

  private static String pick(List<String> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String> some(List<String> from, int oneIn, SplittableRandom random) {
    return from.stream().filter(f -> random.nextInt(oneIn) == 0).toList();
  }
}
