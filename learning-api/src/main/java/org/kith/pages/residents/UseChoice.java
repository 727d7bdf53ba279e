package org.kith.pages.residents;

import java.util.List;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.residents.Ledger;

/**
 * One thing to allow or not, on a form.
 *
 * @param field name of its fields
 * @param question to be answered yes, no or until a day
 * @param hint what it means
 * @param choice {@code yes}, {@code no} or {@code until}: what holds now
 * @param until ISO day, or empty
 * @param over whether the day until which it was allowed is over
 */
public record UseChoice(
    String field, String question, String hint, String choice, String until, boolean over) {

  static UseChoice of(Ledger.Line line, String field, String question, String hint, String today) {
    boolean until = line.allowed() && line.until() != null;
    return new UseChoice(
        field,
        question,
        hint,
        until ? "until" : line.allowed() ? "yes" : "no",
        until ? line.until() : "",
        until && line.until().compareTo(today) < 0);
  }

  /** What was chosen of a field: whether it is allowed, and until when. */
  record Chosen(boolean allowed, String until) {
    static Chosen in(Form form, String field) {
      String choice = form.choice(field, List.of("yes", "no", "until"));
      String until = form.day(field + "_until");
      if (choice.equals("until") && until == null) {
        throw ProblemException.of(
            Problem.Kind.NOT_ACCEPTED, "Choose the day until which it is allowed.");
      }
      return new Chosen(!choice.equals("no"), choice.equals("until") ? until : null);
    }
  }
}
