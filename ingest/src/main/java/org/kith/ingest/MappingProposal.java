package org.kith.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.kith.dialect.Export;
import org.kith.dialect.Heading;
import org.kith.instrument.InstrumentLibrary;
import org.kith.suggest.Suggestion;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;

/** Proposes a mapping for an export that has none; never writes over one. */
final class MappingProposal {
  private static final int SAMPLE = 100;

  private MappingProposal() {}

  /** The proposal as YAML, from the export's first rows. */
  static String of(
      Path file, InstrumentLibrary library, Settings settings, List<Organisation> organisations)
      throws IOException {
    Export export = Export.open(file);
    List<Heading> headings = export.layout().headings();
    return Suggestion.mappingFor(
        file.getFileName().toString(),
        export.layout().tool(),
        headings.stream().map(Heading::name).toList(),
        headings.stream().map(h -> h.book().asked()).toList(),
        export.head().rows().stream().skip(export.layout().headerRows()).limit(SAMPLE).toList(),
        library,
        settings,
        organisations);
  }

  /**
   * Shows a proposal, or writes it to {@code mappings/}.
   *
   * @param name of the file to write, or null to show it
   * @throws InvalidFileException if there is such a mapping already
   */
  static void give(String proposal, Workspace workspace, String name, PrintWriter terminal)
      throws IOException {
    if (name == null) {
      terminal.print(proposal);
      terminal.flush();
      return;
    }
    String ending = name.endsWith(".yaml") ? "" : ".yaml";
    Path file = workspace.mappings().resolve(name + ending);
    Files.createDirectories(workspace.mappings());
    try {
      Files.writeString(file, proposal, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidFileException(
          List.of(file + " is there already. Choose another name with --out, or delete it."));
    }
    terminal.println(
        "Proposed " + file + ". Correct it, then see what it gives: ./kith ingest --dry-run");
  }
}
