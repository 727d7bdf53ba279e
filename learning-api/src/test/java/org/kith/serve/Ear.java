package org.kith.serve;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Keeps everything that is logged, whatever its level, with all causes. */
final class Ear extends AbstractAppender implements AutoCloseable {
  final List<String> heard = new CopyOnWriteArrayList<>();
  private final Level before;

  Ear() {
    super("marker-ear", null, null, false, Property.EMPTY_ARRAY);
    start();
    LoggerContext context = LoggerContext.getContext(false);
    before = context.getRootLogger().getLevel();
    context.getRootLogger().setLevel(Level.DEBUG);
    context.getRootLogger().addAppender(this);
  }

  @Override
  public void append(LogEvent event) {
    StringBuilder text = new StringBuilder(event.getMessage().getFormattedMessage());
    if (event.getThrown() != null) {
      StringWriter trace = new StringWriter();
      event.getThrown().printStackTrace(new PrintWriter(trace));
      text.append(trace);
    }
    heard.add(text.toString());
  }

  @Override
  public void close() {
    LoggerContext.getContext(false).getRootLogger().removeAppender(this);
    LoggerContext.getContext(false).getRootLogger().setLevel(before);
    stop();
  }
}
