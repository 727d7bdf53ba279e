package org.kith.progress;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a long piece of work has come: a bar on a terminal, plain lines in a log. Work that is
 * over at once shows nothing in a log but its end.
 */
public final class Progress {
  private static final int WIDTH = 24;
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long LINE_NANOS = 5_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier clock;
  private String what = "";
  private long total;
  private long lastShown;
  private boolean drawn;

  private Progress(PrintStream out, boolean terminal, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  /**
   * Progress on a stream.
   *
   * @param terminal whether lines can be drawn over
   * @param clock nanoseconds, from any beginning
   */
  public static Progress to(PrintStream out, boolean terminal, LongSupplier clock) {
    return new Progress(out, terminal, clock);
  }

  /** Progress on standard error: a bar when a person is watching, lines when it goes to a file. */
  public static Progress onStandardError() {
    return to(System.err, watched(), System::nanoTime);
  }

  /** Begins a piece of work; a total of 0 means that nobody knows how long it is. */
  public void start(String whatIsDone, long howMuch) {
    what = whatIsDone;
    total = howMuch;
    lastShown = clock.getAsLong();
    drawn = false;
  }

  /** Tells how much is done; cheap enough to call often. */
  public void at(long done) {
    long now = clock.getAsLong();
    if (now - lastShown < (terminal ? REDRAW_NANOS : LINE_NANOS)) {
      return;
    }
    lastShown = now;
    if (terminal) {
      out.print("\r" + bar(done) + " " + what + "\u001b[K");
      out.flush();
      drawn = true;
    } else {
      out.println(what + share(done));
    }
  }

  /** Ends the piece of work, with a line on what came of it; none when it is empty. */
  public void end(String outcome) {
    if (drawn) {
      out.print("\r\u001b[K");
      drawn = false;
    }
    if (!outcome.isEmpty()) {
      out.println(outcome);
    }
    out.flush();
  }

  private String bar(long done) {
    if (total <= 0) {
      return "[" + ".".repeat(WIDTH) + "]";
    }
    int full = (int) Math.min(WIDTH, done * WIDTH / total);
    return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]" + share(done);
  }

  private String share(long done) {
    return total <= 0
        ? ""
        : String.format(Locale.ROOT, " %d %%", Math.min(100, done * 100 / total));
  }

  /** From Java 22 on a console may be there without a terminal, and says so itself. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean watched() {
    if (System.console() == null) {
      return false;
    }
    try {
      Method isTerminal = System.console().getClass().getMethod("isTerminal");
      return (boolean) isTerminal.invoke(System.console());
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
