package org.kith.portfolio;

import static org.kith.access.Entry.Whose.AUTHORS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.audit.Audit;
import org.kith.people.Person;
import org.kith.prompts.Prompts;
import org.kith.store.Store;
import org.kith.workspace.Organisation;
import org.kith.workspace.Workspace;
import org.kith.workspace.WorkspaceTables;
import org.kith.yaml.InvalidFileException;

/**
 * {@code /api/v1/reflections/export}: an author's own reflections as a file, made when it is asked
 * for. The audit says that there was an export, and nothing of what was in it.
 */
public final class PortfolioApi {
  /** Where it is. */
  public static final String ADDRESS = "/api/v1/reflections/export";

  private final Store store;
  private final Clock clock;
  private final Gathering gathering;
  private final Map<String, String> organisations;
  private final PdfFile pdf = new PdfFile();

  private PortfolioApi(
      Store store, Clock clock, Prompts prompts, Map<String, String> organisations) {
    this.store = store;
    this.clock = clock;
    this.gathering = new Gathering(prompts);
    this.organisations = organisations;
  }

  /** Adds the address; before those that have an id where this has a word. */
  public static void doors(Doors doors, Store store, Clock clock, Workspace workspace) {
    PortfolioApi api =
        new PortfolioApi(store, clock, Prompts.of(workspace), organisations(workspace));
    doors.get(ADDRESS, Entry.signedIn(AUTHORS), api::export);
  }

  private static Map<String, String> organisations(Workspace workspace) {
    try {
      return WorkspaceTables.organisations(workspace.organisations()).stream()
          .collect(Collectors.toMap(Organisation::id, Organisation::name));
    } catch (InvalidFileException e) {
      return Map.of(); // without the list nothing is published either; the file does without names
    }
  }

  private void export(Context ctx, Visitor visitor) throws IOException {
    Asked asked = Asked.of(ctx);
    Person me = visitor.me();
    Instant now = clock.instant();
    String organisation = me.own().map(o -> organisations.getOrDefault(o, "")).orElse("");
    Portfolio portfolio =
        store.write(
            h -> {
              Audit.add(h, me.id(), Audit.Action.REFLECTIONS_EXPORTED, me.id(), now.toEpochMilli());
              return gathering.of(h, me, organisation, asked, now);
            });
    byte[] file =
        switch (asked.format()) {
          case PDF -> pdf.of(portfolio);
          case DOCX -> WordFile.of(portfolio);
          case JSON -> JsonFile.of(portfolio);
        };
    ctx.header("Cache-Control", "no-store");
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"my-reflections-%s.%s\""
            .formatted(LocalDate.ofInstant(now, ZoneOffset.UTC), asked.format().ending()));
    ctx.contentType(asked.format().type());
    ctx.result(file);
  }
}
