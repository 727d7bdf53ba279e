package org.kith.residents;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who took their answers out: the print of a code and a day, and nothing else. */
public final class Withdrawals {
  private Withdrawals() {}

  /** Takes out what belongs to a code. It stays taken out, and the first day stays its day. */
  static void add(Handle h, String print, String day) {
    h.createUpdate(
            "insert into withdrawal (print, day) values (:print, :day) on conflict (print) do"
                + " nothing")
        .bind("print", print)
        .bind("day", day)
        .execute();
  }

  /** The day on which it was taken out, if it was. */
  static Optional<String> day(Handle h, String print) {
    return h.createQuery("select day from withdrawal where print = :print")
        .bind("print", print)
        .mapTo(String.class)
        .findOne();
  }

  /** The prints of all that was taken out, in an order that tells nothing. */
  public static List<String> prints(Handle h) {
    return h.createQuery("select print from withdrawal order by print").mapTo(String.class).list();
  }
}
