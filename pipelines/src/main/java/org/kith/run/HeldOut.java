package org.kith.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.lake.IngestRecord;
import org.kith.lake.IngestRecord.Part;
import org.kith.lake.StoredResponses;
import org.kith.resident.Consents;

/**
 * The answers that stay in the lake and out of this run, because those who gave them said so with
 * their code. When nobody did, no file is read for it.
 *
 * @param people their pseudonyms
 * @param byPart how many rows of a part are theirs, by the part's path; parts without any are left
 *     out
 * @param rows how many rows of exports are theirs
 */
record HeldOut(Set<String> people, Map<String, Long> byPart, long rows) {
  private static final HeldOut NOBODY = new HeldOut(Set.of(), Map.of(), 0);

  static HeldOut of(Path root, List<IngestRecord> records, Consents consents) throws IOException {
    List<Path> files = new ArrayList<>();
    records.forEach(r -> r.parts().forEach(part -> files.add(root.resolve(part.path()))));
    Set<String> people = consents.heldOut(files, Consents.Audience.TABLES);
    if (people.isEmpty()) {
      return NOBODY;
    }
    Map<String, Long> byPart = new HashMap<>();
    Set<String> rows = new HashSet<>();
    for (IngestRecord record : records) {
      for (Part part : record.parts()) {
        StoredResponses.each(
            root.resolve(part.path()),
            row -> {
              if (people.contains(row.person())) {
                byPart.merge(part.path(), 1L, Long::sum);
                rows.add(record.source() + " " + part.wave() + " " + row.person());
              }
            });
      }
    }
    return new HeldOut(people, byPart, rows.size());
  }

  /** How many rows of these parts are left out. */
  long in(List<Part> parts) {
    return parts.stream().mapToLong(part -> byPart.getOrDefault(part.path(), 0L)).sum();
  }
}
