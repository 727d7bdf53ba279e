package org.kith.residents;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
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
 * nothing. Safe for many threads.
 */
public final class Codes {
  private static final Logger LOG = LoggerFactory.getLogger(Codes.class);

  private final Workspace workspace;

  /** Codes of a workspace's surveys. */
  public Codes(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The keyed print of a code.
   *
   * @param written as somebody wrote it
   * @throws ResidentCode.NotACodeException if it is none; the message says what is wrong with it
   * @throws ProblemException if no answers have arrived yet, or if the key cannot be used
   */
  public String print(String written) {
    ResidentCode code = ResidentCode.read(written == null ? "" : written);
    if (!Files.exists(workspace.key())) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
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
}
