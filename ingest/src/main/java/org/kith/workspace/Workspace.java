package org.kith.workspace;

import java.nio.file.Path;

/**
 * The user's folder, and where things are in it.
 *
 * @param root the folder that holds {@code kith.yaml}
 */
public record Workspace(Path root) {
  /** Settings. */
  public Path settings() {
    return root.resolve("kith.yaml");
  }

  /** The places and organisations taking part. */
  public Path organisations() {
    return root.resolve("organisations.csv");
  }

  /** What happened; need not exist. */
  public Path events() {
    return root.resolve("events.csv");
  }

  /** Who lives here; need not exist. */
  public Path population() {
    return root.resolve("population.csv");
  }

  /** How many people were asked; need not exist. */
  public Path asked() {
    return root.resolve("asked.csv");
  }

  /** The user's own questionnaires; need not exist. */
  public Path instruments() {
    return root.resolve("instruments");
  }

  /** Which heading of an export feeds which item. */
  public Path mappings() {
    return root.resolve("mappings");
  }

  /** Exports, exactly as the survey tool gave them. */
  public Path raw() {
    return root.resolve("raw");
  }

  /** Pseudonymised rows, exact statistics, and the records of what was ingested. */
  public Path protectedZone() {
    return root.resolve("lake").resolve("protected");
  }

  /** Snapshots of disclosure-controlled tables. */
  public Path published() {
    return root.resolve("lake").resolve("published");
  }

  /** Where each ingested export's {@link org.kith.lake.IngestRecord} lies. */
  public Path ingested() {
    return protectedZone().resolve("ingested");
  }

  /** Reports of ingest, for people and as JSON. */
  public Path reports() {
    return root.resolve("reports");
  }

  /** The key behind pseudonyms: owner-only, outside the lake. */
  public Path key() {
    return root.resolve("keys").resolve("pseudonym.key");
  }

  /** What people shared of their reflections, scrubbed: written anew from the learning store. */
  public Path reflections() {
    return protectedZone().resolve("reflections");
  }

  /** Who took their answers out, and who may use them: prints of codes, written from the store. */
  public Path residents() {
    return protectedZone().resolve("residents");
  }

  /** A place's own prompts and taps; need not exist. */
  public Path prompts() {
    return root.resolve("prompts");
  }

  /** The learning store, when the embedded database is used: owner-only. */
  public Path store() {
    return root.resolve("store");
  }
}
