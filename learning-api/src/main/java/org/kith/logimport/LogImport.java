package org.kith.logimport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.prompts.Prompts;
import org.kith.reflections.Keeping;
import org.kith.store.Store;

/** Brings a log in: all rows that can be kept in one step, or none. */
public record LogImport(Store store, Prompts prompts, Clock clock) {

  /**
   * Where every row went; {@code rows} is the sum of the others.
   *
   * @param file its name
   * @param rows in it that say something
   * @param kept now
   * @param before already there, in the store or further up in the file
   * @param withdrawn by their author earlier, and they stay so
   * @param flags names, numbers and the like in the rows that could be read
   * @param refused each with its row, column and what to do
   */
  public record Report(
      String file,
      int rows,
      int kept,
      int before,
      int withdrawn,
      int flags,
      List<Rows.Refused> refused) {}

  /**
   * How the rows would be read, without keeping any.
   *
   * @throws ProblemException if the columns cannot mean that
   */
  public Rows look(Sheet sheet, Meaning meaning, Person me) {
    meaning
        .problem(sheet, prompts)
        .ifPresent(
            p -> {
              throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, sheet.file() + ": " + p);
            });
    return Rows.of(sheet, meaning, prompts, me.id(), LocalDate.now(clock));
  }

  /** Keeps them, private to whoever brings them in. */
  public Report bring(Sheet sheet, Meaning meaning, Person me) {
    Rows rows = look(sheet, meaning, me);
    Keeping.Many many = Keeping.keepAll(store, me, rows.good(), sheet.hash(), clock.millis());
    return new Report(
        sheet.file(),
        sheet.lines().size(),
        many.kept(),
        many.before(),
        many.withdrawn(),
        rows.flags(),
        rows.refused());
  }
}
