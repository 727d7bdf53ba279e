package org.kith.pages.residents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kith.resident.Consents.Audience;
import org.kith.residents.Ledger;

/** A line of the ledger in plain words. */
final class UseWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private UseWords() {}

  static String day(String iso) {
    return DAY.format(LocalDate.parse(iso));
  }

  /** Such as "3 May 2026: your answers may be counted in the tables until 1 June 2026". */
  static String of(Ledger.Line line) {
    String what =
        switch (line.category()) {
          case ANSWERS -> "your answers";
          case TAPS -> "what you tap";
          case WORDS -> "your words";
        };
    boolean tables = line.audience() == Audience.TABLES;
    String use = tables ? "be counted in the tables" : "be looked at by approved researchers";
    String until = line.until() == null ? "" : " until " + day(line.until());
    return day(line.day())
        + ": "
        + what
        + (line.allowed() ? " may " : " may not ")
        + use
        + until
        + ".";
  }
}
