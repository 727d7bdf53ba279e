package org.kith.groups;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import org.kith.lake.Snapshot;

/**
 * Files of responses to one instrument in one wave.
 *
 * @param print a hash, in hexadecimal digits, of all that their sums rest on
 */
public record WaveFiles(String wave, List<URI> files, String print) {
  /** Copies the files. */
  public WaveFiles {
    files = List.copyOf(files);
  }

  /** A hash of all that the sums of several waves rest on. */
  static String print(List<WaveFiles> waves) {
    List<String> all = waves.stream().map(wave -> wave.wave() + " " + wave.print()).toList();
    return Snapshot.sha256(String.join("\n", all).getBytes(UTF_8));
  }
}
