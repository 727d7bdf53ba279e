package org.kith.workspace;

import java.time.LocalDate;
import org.kith.published.Scope;

/** Something that happened: one line of {@code events.csv} ({@code date,scope,unit,words}). */
public record Event(LocalDate date, Scope scope, String unit, String words) {}
