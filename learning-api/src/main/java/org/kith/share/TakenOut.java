package org.kith.share;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.kith.ingest.StillInRaw;
import org.kith.protect.Pseudonyms;
import org.kith.resident.Consents;
import org.kith.resident.TakingOut;
import org.kith.resident.Withdrawn;
import org.kith.residents.Ledger;
import org.kith.residents.Withdrawals;
import org.kith.store.OwnerOnly;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/**
 * What residents said of their answers, carried to the lake.
 *
 * @param rows of exports that left it this time
 * @param stillInRaw exports that hold such rows, whenever they left the lake
 */
record TakenOut(long rows, List<StillInRaw> stillInRaw) {
  TakenOut {
    stillInRaw = List.copyOf(stillInRaw);
  }

  /**
   * Writes who may use answers, then takes out those of people who asked for it. What was once
   * taken out stays so, even when an older backup of the store was put back. A workspace where
   * nobody said anything is left as it is.
   */
  static TakenOut by(Store store, Workspace workspace, Pseudonyms pseudonyms) throws IOException {
    List<String> prints = store.read(Withdrawals::prints);
    List<Ledger.Said> said = store.read(h -> Ledger.all(h, Ledger.Kind.RESIDENT));
    boolean before = Files.isDirectory(workspace.residents());
    if (prints.isEmpty() && said.isEmpty() && !before) {
      return new TakenOut(0, List.of());
    }
    OwnerOnly.folder(workspace.residents());
    Consents.of(
            said.stream()
                .map(
                    s ->
                        new Consents.Consent(
                            s.subject(),
                            s.line().audience().id(),
                            s.line().allowed(),
                            s.line().until()))
                .toList(),
            LocalDate.EPOCH)
        .write(workspace);
    Withdrawn withdrawn = Withdrawn.read(workspace);
    withdrawn.addCodes(prints);
    long rows = TakingOut.from(workspace, withdrawn);
    return new TakenOut(rows, StillInRaw.in(workspace, pseudonyms));
  }
}
