package org.kith.notebook;

import java.lang.reflect.Field;
import java.util.Map;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs snippets in this JVM and keeps the object behind the last variable that was asked for.
 * JShell itself hands out only its text, which would turn every table and plot into a string.
 */
final class KeepingExecution extends LocalExecutionControl {
  private Object kept;

  /** The object behind the last variable whose value was asked for, or null. */
  Object kept() {
    return kept;
  }

  @Override
  public String varValue(String className, String varName)
      throws RunException, EngineTerminationException, InternalException {
    try {
      Field field = findClass(className).getDeclaredField(varName);
      field.setAccessible(true); // JShell's wrapper classes are not public
      kept = field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new InternalException("No value for " + varName + ": " + e);
    }
    return super.varValue(className, varName);
  }

  /** Hands this very object to JShell, which otherwise makes its own. */
  ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "kith";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return KeepingExecution.this;
      }
    };
  }
}
