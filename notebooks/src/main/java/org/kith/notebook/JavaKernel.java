package org.kith.notebook;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * A Jupyter kernel for Java. Jupyter starts it with the path of a connection file; the messages are
 * the base kernel's work, the cells are {@link Evaluator}'s.
 */
public final class JavaKernel extends BaseKernel {
  private final Evaluator evaluator =
      new Evaluator(System.getProperty("java.class.path"), System.out, System.err);

  /** Serves one notebook until Jupyter says stop. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      System.err.println("usage: JavaKernel CONNECTION_FILE (Jupyter fills it in)");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    var connection =
        new JupyterConnection(
            KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
    new JavaKernel().becomeHandlerForConnection(connection);
    connection.connect();
    connection.waitUntilClose();
  }

  @Override
  public DisplayData eval(String cell) throws Exception {
    return evaluator.evaluate(cell).map(Rendering::of).orElse(null);
  }

  @Override
  public List<String> formatError(Exception problem) {
    return problem instanceof Evaluator.CellException
        ? problem.getMessage().lines().toList()
        : super.formatError(problem);
  }

  @Override
  public ReplacementOptions complete(String cell, int cursor) {
    int[] anchor = new int[1];
    List<String> words =
        evaluator.suggestions(cell, cursor, anchor).stream()
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    return new ReplacementOptions(words, anchor[0], cursor);
  }

  @Override
  public String isComplete(String cell) {
    return switch (evaluator.completeness(cell)) {
      case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE, EMPTY -> IS_COMPLETE_YES;
      case DEFINITELY_INCOMPLETE -> IS_COMPLETE_MAYBE;
      case UNKNOWN -> IS_COMPLETE_BAD;
    };
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java-source")
        .fileExtension(".java")
        .pygments("java")
        .codemirror("text/x-java")
        .build();
  }

  @Override
  public void interrupt() {
    evaluator.interrupt();
  }

  @Override
  public void onShutdown(boolean restarting) {
    evaluator.close();
  }
}
