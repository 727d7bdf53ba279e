package org.kith.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.kith.lake.Snapshot;
import org.kith.published.Manifest;
import org.kith.workspace.Workspace;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * A published snapshot in a notebook: tables by name, an indicator by id, a chart in one call.
 *
 * <pre>
 * var kith = Kith.open();
 * kith.tables();                                                        // what there is
 * kith.table("levels");                                                 // a whole table
 * kith.ask("Who answered", "select * from respondents where scope = 'ALL'");
 * var figure = kith.indicator("level.cls_trust_neighbourhood.STrust.2025q4.all.all");
 * figure.misleads();                                                    // how it can mislead
 * kith.chart("over-time.cls_trust_neighbourhood.STrust.-.all.all");
 * </pre>
 *
 * <p>What is read is the published zone: rounded counts, with small numbers hidden. A hidden number
 * is missing in its row and {@code visibility} says why; it is never 0. Rows come in the order they
 * were published in. Nothing here writes.
 */
public final class Kith implements AutoCloseable {
  /** Where the notebook's own runner keeps the workspace, when nobody says. */
  private static final String WORKSPACE = "KITH_WORKSPACE";

  private static final String ORGANISATION = "organisation";
  private static final String PLACE = "shuffled to";

  private final Snapshot snapshot;
  private final Path folder;
  private final Connection duckdb;

  private Kith(Snapshot snapshot, Path folder, Connection duckdb) {
    this.snapshot = snapshot;
    this.folder = folder;
    this.duckdb = duckdb;
  }

  /**
   * The snapshot in use of the workspace that {@code KITH_WORKSPACE} names; {@code ./kith
   * notebooks} sets it.
   *
   * @throws IOException if nothing is published there; the message says what to run
   */
  public static Kith open() throws IOException, SQLException {
    return open(
        Path.of(System.getenv().getOrDefault(WORKSPACE, "../sample-data/target/workspace")));
  }

  /** The snapshot in use of a workspace. */
  public static Kith open(Path workspace) throws IOException, SQLException {
    return of(workspace, Snapshot.current(new Workspace(workspace)));
  }

  /** A snapshot by its id, such as {@code 7f3a-91c2}. */
  public static Kith open(Path workspace, String id) throws IOException, SQLException {
    return of(workspace, Snapshot.open(new Workspace(workspace), id));
  }

  private static Kith of(Path workspace, Snapshot snapshot) throws SQLException {
    Path folder = new Workspace(workspace).published().resolve(snapshot.id());
    Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
    Kith kith = new Kith(snapshot, folder, duckdb);
    try (Statement statement = duckdb.createStatement()) {
      // One thread keeps rows in their published order and sums in their last digit.
      statement.execute("set threads = 1");
      for (String table : kith.tables()) {
        String file = "read_parquet('%s')".formatted(kith.file(table).replace("'", "''"));
        statement.execute(
            "create view %s as select *%s from %s"
                .formatted(quoted(table), lists(duckdb, file), file));
      }
    }
    return kith;
  }

  /** Tablesaw has no lists: one becomes its parts with commas between. */
  private static String lists(Connection duckdb, String file) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = duckdb.createStatement();
        var columns = statement.executeQuery("describe from " + file)) {
      while (columns.next()) {
        if (columns.getString("column_type").endsWith("[]")) {
          String name = quoted(columns.getString("column_name"));
          texts.add("array_to_string(%s, ', ') as %s".formatted(name, name));
        }
      }
    }
    return texts.isEmpty() ? "" : " replace (" + String.join(", ", texts) + ")";
  }

  private String file(String table) {
    return folder.resolve(table + ".parquet").toAbsolutePath().toString();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The snapshot's id. */
  public String snapshot() {
    return snapshot.id();
  }

  /** What the snapshot is made of: exports, settings, tables and their hashes. */
  public Manifest manifest() {
    return snapshot.manifest();
  }

  /** The names of its tables. */
  public List<String> tables() {
    return manifest().tables().stream().map(Manifest.TableFile::name).toList();
  }

  /**
   * All rows of a table.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists them
   */
  public Table table(String name) throws SQLException {
    if (!tables().contains(name)) {
      throw new IllegalArgumentException(
          "Snapshot %s has no table '%s'. It has: %s."
              .formatted(snapshot(), name, String.join(", ", tables())));
    }
    return ask(name, "from " + quoted(name));
  }

  /**
   * The answer to a question in SQL, in DuckDB's dialect; every table is there by its name.
   *
   * @param title for above it
   * @param parameters what the question marks stand for
   */
  public Table ask(String title, String sql, Object... parameters) throws SQLException {
    try (var statement = duckdb.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        return Table.read().db(rows, title);
      }
    }
  }

  /**
   * A CSV file as a table, for open data beside the workspace.
   *
   * @throws IOException if it cannot be read
   */
  public Table csv(Path file) throws IOException, SQLException {
    if (!Files.isReadable(file)) {
      throw new IOException("There is no " + file.toAbsolutePath().normalize() + " to read.");
    }
    return ask(
        String.valueOf(file.getFileName()),
        "from read_csv('" + file.toString().replace("'", "''") + "')");
  }

  /**
   * An indicator by the id that pages, API and exports give it: kind, instrument, measure, wave,
   * scope and unit, with dots between; a part that does not apply is {@code -}. Where each row is
   * an organisation, the rows have no names and no order.
   *
   * @throws IllegalArgumentException if the id is none, or the snapshot has no such rows
   */
  public Figure indicator(String id) throws SQLException {
    FigureAddress address = FigureAddress.parse(id);
    List<Object> parameters = new ArrayList<>();
    Table rows = ask(id, address.sql(columns(address.table()), parameters), parameters.toArray());
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "Snapshot "
              + snapshot()
              + " has no rows for "
              + id
              + ". Look at kith.table(\""
              + address.table()
              + "\").");
    }
    if (rows.columnNames().contains(ORGANISATION)) {
      rows = unnamed(rows);
    }
    return new Figure(
        id,
        address.indicator().title(),
        address.indicator().question(),
        address.indicator().misleads(),
        rows);
  }

  /** Without organisations' names, shuffled so that a place among the rows says nothing either. */
  private Table unnamed(Table rows) {
    Random seeded = new Random(rows.name().hashCode());
    IntColumn places = IntColumn.create(PLACE, seeded.ints(rows.rowCount()).toArray());
    Table shuffled = rows.copy().addColumns(places).sortAscendingOn(PLACE);
    shuffled.setName(rows.name());
    return shuffled.removeColumns(ORGANISATION, PLACE);
  }

  private List<String> columns(String table) throws SQLException {
    return table(table).columnNames();
  }

  /**
   * A drawing of an indicator, its interval first and its point second.
   *
   * @throws IllegalArgumentException if there is no such indicator, or no drawing for its kind
   */
  public Chart<?, ?> chart(String id) throws SQLException {
    return new FigureDrawing(this).of(indicator(id));
  }

  @Override
  public void close() throws SQLException {
    duckdb.close();
  }

  /**
   * An indicator: its rows, the question it raises and how it can mislead.
   *
   * @param id its address
   * @param title what it tells
   * @param question what it invites to ask
   * @param misleads how it can mislead
   * @param rows of the published table
   */
  public record Figure(String id, String title, String question, String misleads, Table rows) {
    @Override
    public String toString() {
      return title
          + "\n\n"
          + rows.print()
          + "\n\n"
          + question
          + "\nHow it can mislead: "
          + misleads;
    }
  }
}
