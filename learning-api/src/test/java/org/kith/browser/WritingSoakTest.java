package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.signin.SignedIn;

/**
 * People write while everything that can go wrong does. Whatever the page said was kept on the
 * phone is in the store exactly once in the end. {@code -Dsoak.writes=1000} makes it long.
 */
class WritingSoakTest {
  private static final int RUNS = Integer.getInteger("soak.writes", 40);
  private static final long SEED = Long.getLong("soak.seed", 20261125);

  /** How many reflections one phone writes; kills of its browser fall in between. */
  private static final int RUNS_OF_A_PHONE = 40;

  /** What goes wrong in a run; those that take seconds have fewer tickets in the draw. */
  private enum Fault {
    NONE(2),
    DOUBLE_TAP(4),
    OFFLINE(3),
    PAGE_CLOSED_AFTER_THE_TAP(4),
    PAGE_CLOSED_ONCE_KEPT(3),
    BROWSER_KILLED_AFTER_THE_TAP(1),
    BROWSER_KILLED_ONCE_KEPT(1),
    SERVER_DOWN(1),
    ANSWER_LOST(4),
    ANSWER_LOST_AND_KILLED(1),
    TWO_TABS(2);

    private final int tickets;

    Fault(int tickets) {
      this.tickets = tickets;
    }
  }

  @TempDir static Path folder;

  private final Random random = new Random(SEED);
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

  /** What the page said was kept. */
  private final List<String> seen = new ArrayList<>();

  /** What was typed and tapped, but the page was gone before it could say so. */
  private final List<String> unseen = new ArrayList<>();

  private int drafts;
  private int answersLost;
  private int requestsLost;

  @Test
  void whatever_was_said_to_be_kept_arrives_exactly_once() throws IOException {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Chromium.check();
    List<String> stored = new ArrayList<>();
    try (Playwright playwright = Chromium.playwright();
        WritingSite site = WritingSite.open(folder.resolve("place"))) {
      for (int first = 0; first < RUNS; first += RUNS_OF_A_PHONE) {
        SignedIn owner = site.someone("writer-" + first, List.of(), List.of());
        Phone phone = new Phone(playwright, site, owner, folder.resolve("phone-" + first));
        for (int run = first; run < Math.min(RUNS, first + RUNS_OF_A_PHONE); run++) {
          write(phone, site, run);
        }
        keepDraft(phone);
        phone.sendAll();
        phone.close();
        stored.addAll(site.kept(owner.person().id()));
      }
    }
    report(stored);
    Map<String, Long> times =
        stored.stream()
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    assertThat(times.values()).as("duplicated").containsOnly(1L);
    assertThat(times.keySet()).as("lost").containsAll(seen);
    assertThat(times.keySet()).as("lost before the page could say so").containsAll(unseen);
    assertThat(times).hasSize(RUNS);
    assertThat(answersLost).as("answers that were lost on the way").isPositive();
  }

  private void report(List<String> stored) {
    System.out.printf(
        "Soak of writing: %d runs, seed %d; said to be kept %d, gone before it was said %d (of which"
            + " %d came back as drafts and were kept), answers lost on the way %d, %d of them before they arrived; in the store %d,"
            + " different %d.%n%s%n",
        RUNS,
        SEED,
        seen.size(),
        unseen.size(),
        drafts,
        answersLost,
        requestsLost,
        stored.size(),
        stored.stream().distinct().count(),
        faults);
  }

  /** Each of them once first; then by chance. */
  private Fault fault(int run) {
    Fault[] each = Fault.values();
    if (run < each.length) {
      return each[run];
    }
    int ticket = random.nextInt(Arrays.stream(each).mapToInt(f -> f.tickets).sum());
    int at = 0;
    while (ticket >= each[at].tickets) {
      ticket -= each[at++].tickets;
    }
    return each[at];
  }

  private void write(Phone phone, WritingSite site, int run) {
    Fault fault = fault(run);
    faults.merge(fault, 1, Integer::sum);
    keepDraft(phone);
    String words = "Run " + run + ": the letter came again, and we read it on the stair.";
    String before = phone.said();
    phone.type(words);
    try {
      if (with(fault, phone, site, before)) {
        seen.add(words);
      } else {
        unseen.add(words);
      }
    } catch (PlaywrightException e) {
      throw new IllegalStateException("Run " + run + " with " + fault, e);
    }
  }

  /** What was typed before a kill and came back is kept as its author would. */
  private void keepDraft(Phone phone) {
    if (!phone.draft().isEmpty()) {
      drafts++;
      String before = phone.said();
      phone.keep().click();
      phone.seen(before);
    }
  }

  /** Whether the page could say that it was kept. */
  private boolean with(Fault fault, Phone phone, WritingSite site, String before) {
    switch (fault) {
      case NONE -> tapAndSee(phone, before);
      case DOUBLE_TAP -> {
        phone.keep().dblclick();
        phone.seen(before);
      }
      case OFFLINE -> {
        phone.context().setOffline(true);
        tapAndSee(phone, before);
        if (random.nextBoolean()) {
          phone.page().reload();
          WritingSite.ready(phone.page());
        }
        phone.context().setOffline(false);
      }
      case PAGE_CLOSED_AFTER_THE_TAP -> {
        tapAndPause(phone);
        phone.closePage();
        return false;
      }
      case PAGE_CLOSED_ONCE_KEPT -> {
        tapAndSee(phone, before);
        phone.closePage();
      }
      case BROWSER_KILLED_AFTER_THE_TAP -> {
        tapAndPause(phone);
        phone.kill();
        return false;
      }
      case BROWSER_KILLED_ONCE_KEPT -> {
        tapAndSee(phone, before);
        phone.kill();
      }
      case SERVER_DOWN -> {
        site.down();
        tapAndSee(phone, before);
        site.up();
      }
      case ANSWER_LOST -> {
        loseOneAnswer(phone);
        tapAndSee(phone, before);
      }
      case ANSWER_LOST_AND_KILLED -> {
        int lost = answersLost;
        loseOneAnswer(phone);
        tapAndSee(phone, before);
        phone.page().waitForCondition(() -> answersLost > lost);
        phone.kill();
      }
      case TWO_TABS -> {
        phone.context().setOffline(true);
        tapAndSee(phone, before);
        phone.context().setOffline(false);
        Page other = phone.another();
        other.evaluate("() => window.dispatchEvent(new Event('online'))");
        other.close();
      }
    }
    return true;
  }

  private static void tapAndSee(Phone phone, String before) {
    phone.keep().click();
    phone.seen(before);
  }

  private void tapAndPause(Phone phone) {
    phone.keep().click();
    phone.page().waitForTimeout(random.nextInt(60));
  }

  /** The server keeps it, but the phone never hears. */
  private void loseOneAnswer(Phone phone) {
    phone
        .page()
        .route(
            "**/api/v1/reflections",
            route -> {
              try {
                route.fetch();
              } catch (PlaywrightException e) {
                // It was sent only now, while the server is down: lost on the way there.
                requestsLost++;
              }
              route.abort();
              answersLost++;
            },
            new Page.RouteOptions().setTimes(1));
  }
}
