package org.kith.reflections;

import java.util.List;

/**
 * A reflection as its author sees it, with what came of it.
 *
 * @param replies to it, oldest first
 * @param carriedOn ids of the author's reflections that carry on from it, oldest first
 */
public record Mine(Kept kept, List<Reply> replies, List<String> carriedOn) implements Opened {
  public Mine {
    replies = List.copyOf(replies);
    carriedOn = List.copyOf(carriedOn);
  }

  /** What was written. */
  public Reflection reflection() {
    return kept.reflection();
  }

  @Override
  public String id() {
    return reflection().id();
  }

  @Override
  public List<Reflection.Answer> answers() {
    return reflection().answers();
  }

  @Override
  public List<Reflection.Tap> taps() {
    return reflection().taps();
  }

  @Override
  public String form() {
    return reflection().form();
  }

  @Override
  public String kind() {
    return reflection().kind().id();
  }

  @Override
  public String feeling() {
    return reflection().feeling();
  }
}
