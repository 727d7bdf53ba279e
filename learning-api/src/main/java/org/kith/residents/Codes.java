package org.kith.residents;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.protect.KeyException;
import org.kith.protect.Pseudonyms;
import org.kith.resident.ResidentCode;
import org.kith.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns codes that people send into the prints that are kept. It does not say whether anybody holds
 * such a code: answers that it belongs to may not have arrived yet, and whoever guesses learns
 * nothing.
 *
 * <p>So many may be sent in a minute, by everybody together: who sends one is not looked at, and so
 * cannot be counted. Safe for many threads.
 */
public final class Codes {
  /** How many may be sent in a minute. */
  static final int IN_A_MINUTE = 60;

  private static final long MINUTE = 60_000;
  private static final Logger LOG = LoggerFactory.getLogger(Codes.class);

  private final Workspace workspace;
  private final Clock clock;
  private final Deque<Long> sent = new ArrayDeque<>();

  /** Codes of a workspace's surveys. */
  public Codes(Workspace workspace, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
  }

  /**
   * The keyed print of a code.
   *
   * @param written as somebody wrote it
   * @throws ResidentCode.NotACodeException if it is none; the message says what is wrong with it
   * @throws ProblemException if too many are sent, or if the key cannot be used
   */
  public String print(String written) {
    inTime();
    ResidentCode code = ResidentCode.read(written == null ? "" : written);
    if (!Files.exists(workspace.key())) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOUND,
          "No answers have arrived here yet, so there is nothing that your code could open. Nothing"
              + " is lost: come back in some weeks.");
    }
    try {
      return code.print(Pseudonyms.open(workspace.key(), true, new SecureRandom()));
    } catch (KeyException | IOException e) {
      LOG.error("The key behind codes cannot be used: {}", e.getMessage());
      throw ProblemException.of(
          Problem.Kind.BROKEN,
          "Codes cannot be opened here at the moment. Nothing is lost: try again tomorrow, or tell"
              + " whoever gave you the survey.");
    }
  }

  private synchronized void inTime() {
    long now = clock.millis();
    while (!sent.isEmpty() && sent.peekFirst() <= now - MINUTE) {
      sent.removeFirst();
    }
    if (sent.size() >= IN_A_MINUTE) {
      throw ProblemException.of(
          Problem.Kind.TOO_MANY,
          "Very many people are here just now. Nothing is lost: try again in a minute.");
    }
    sent.addLast(now);
  }
}
