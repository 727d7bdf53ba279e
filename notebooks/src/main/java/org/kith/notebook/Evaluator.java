package org.kith.notebook;

import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

/**
 * Evaluates the cells of a notebook as Java, one after the other, in one JShell.
 *
 * <p>A cell is one or more statements, declarations or expressions; its value is that of its last
 * snippet, if that is an expression. A cell that does not compile, or throws, stops with a message.
 */
final class Evaluator implements AutoCloseable {

  /** A cell that could not be evaluated: the compiler's words, or the exception's. */
  static final class CellException extends Exception {
    private static final long serialVersionUID = 1;

    CellException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private final KeepingExecution execution = new KeepingExecution();
  private final JShell shell;

  /**
   * @param classPath what cells may use, entries separated as on a command line
   */
  Evaluator(String classPath, PrintStream out, PrintStream err) {
    shell =
        JShell.builder()
            .executionEngine(execution.provider(), null)
            .in(InputStream.nullInputStream())
            .out(out)
            .err(err)
            .build();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      shell.addToClasspath(entry);
    }
  }

  /**
   * The value of a cell, empty when its last snippet has none.
   *
   * @throws CellException if it does not compile or throws
   */
  Optional<Object> evaluate(String cell) throws CellException {
    Optional<Object> value = Optional.empty();
    String rest = cell;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (next.completeness() == Completeness.EMPTY) {
        break; // only comments are left
      }
      if (!next.completeness().isComplete()) {
        throw new CellException("This cell stops in the middle of a statement:\n" + rest, null);
      }
      value = snippet(next.source());
      rest = next.remaining();
    }
    return value;
  }

  private Optional<Object> snippet(String source) throws CellException {
    Optional<Object> value = Optional.empty();
    for (SnippetEvent event : shell.eval(source)) {
      if (event.causeSnippet() != null) {
        continue; // an older snippet that was updated by this one
      }
      if (event.status() == Snippet.Status.REJECTED) {
        throw new CellException(
            shell
                .diagnostics(event.snippet())
                .map(d -> compilerSays(d, source))
                .collect(Collectors.joining("\n")),
            null);
      }
      if (event.exception() != null) {
        throw new CellException(thrown(event.exception()), event.exception());
      }
      value = valueOf(event.snippet());
    }
    return value;
  }

  private Optional<Object> valueOf(Snippet snippet) {
    Optional<VarSnippet> variable = Optional.empty();
    if (snippet instanceof ExpressionSnippet expression) {
      variable = shell.variables().filter(v -> v.name().equals(expression.name())).findFirst();
    } else if (snippet instanceof VarSnippet v
        && v.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      variable = Optional.of(v);
    }
    if (variable.isEmpty()) {
      return Optional.empty();
    }
    shell.varValue(variable.get());
    return Optional.ofNullable(execution.kept());
  }

  private static String compilerSays(Diag problem, String source) {
    int start = (int) Math.max(0, Math.min(problem.getStartPosition(), source.length()));
    long line = source.substring(0, start).lines().count();
    return "line %d: %s\n  %s"
        .formatted(
            Math.max(1, line),
            problem.getMessage(Locale.UK),
            source.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").strip());
  }

  private static String thrown(JShellException problem) {
    if (problem instanceof EvalException e) {
      return e.getExceptionClassName() + ": " + e.getMessage();
    }
    return String.valueOf(problem.getMessage());
  }

  /** Words that could stand at the cursor. */
  List<SourceCodeAnalysis.Suggestion> suggestions(String cell, int cursor, int[] anchor) {
    return shell.sourceCodeAnalysis().completionSuggestions(cell, cursor, anchor);
  }

  /** Whether a cell can be evaluated as it stands. */
  Completeness completeness(String cell) {
    return shell.sourceCodeAnalysis().analyzeCompletion(cell).completeness();
  }

  /** Stops what is running. */
  void interrupt() {
    shell.stop();
  }

  @Override
  public void close() {
    shell.close();
  }
}
