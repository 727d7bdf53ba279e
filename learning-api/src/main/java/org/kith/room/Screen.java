package org.kith.room;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.reviews.Review;
import org.kith.reviews.Reviews;

/** The room's screen: which question it shows, and how much time there is for it. */
public final class Screen {
  /** How long a question has, unless somebody says otherwise. */
  public static final int USUAL_MINUTES = 15;

  /** What a review that follows another opens with, before its first question. */
  public static final int BEFORE = 0;

  private static final int MORE_MINUTES = 5;
  private static final int MOST_MINUTES = 120;
  private static final long MINUTE = 60_000;

  private Screen() {}

  /** What can be done with the time. */
  public enum Step {
    START,
    PAUSE,
    GO_ON,
    MORE,
    STOP;

    /** The steps as they are written in addresses and forms. */
    public static final List<String> WORDS = List.of("start", "pause", "go on", "more", "stop");

    /**
     * The step with this word.
     *
     * @throws ProblemException if there is none
     */
    public static Step of(String word) {
      int at = WORDS.indexOf(String.valueOf(word));
      if (at < 0) {
        throw ProblemException.of(
            Problem.Kind.NOT_ACCEPTED, "“time” is one of: " + String.join(", ", WORDS) + ".");
      }
      return values()[at];
    }
  }

  /**
   * The time for a question.
   *
   * @param left milliseconds, at least 0, or null where no time was set
   */
  public record Time(boolean running, Long left) {
    /** The time of a review at a moment. */
    public static Time of(Review review, long now) {
      if (review.timerEnds() != null) {
        return new Time(true, Math.max(0, review.timerEnds() - now));
      }
      return new Time(false, review.timerLeft());
    }

    /** In words: "9 minutes left". */
    public String words() {
      if (left == null) {
        return "No time set";
      }
      if (left == 0) {
        return "Time is over";
      }
      long minutes = (left + MINUTE - 1) / MINUTE;
      String told = minutes == 1 ? "1 minute left" : minutes + " minutes left";
      return running ? told : told + ", paused";
    }

    /** How much of the usual time is left, 0 to 1. */
    public double share() {
      return left == null ? 0 : Math.min(1, (double) left / (USUAL_MINUTES * MINUTE));
    }
  }

  /**
   * Shows another question to the room, and sets the time aside.
   *
   * @throws ProblemException if there is no such question, or readings are not open
   */
  public static void show(Handle h, Seat leader, int position) {
    leader.together();
    boolean opening = position == BEFORE && leader.review().follows() != null;
    if (!opening
        && Reviews.questions(h, leader.review().id()).stream()
            .noneMatch(q -> q.position() == position)) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "This review has no question " + position + ".");
    }
    if (leader.review().showing() != position) {
      h.createUpdate(
              "update review set showing = :position, timer_ends = null, timer_left = null"
                  + " where id = :id")
          .bind("position", position)
          .bind("id", leader.review().id())
          .execute();
    }
  }

  /**
   * Starts, pauses, goes on, gives five more minutes, or sets the time aside.
   *
   * @param minutes to start with
   */
  public static void time(Handle h, Seat leader, Step step, int minutes, long now) {
    leader.together();
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "The time is 1 to " + MOST_MINUTES + " minutes.");
    }
    Time time = Time.of(leader.review(), now);
    long left = time.left() == null ? 0 : time.left();
    switch (step) {
      case START -> set(h, leader, now + minutes * MINUTE, null);
      case PAUSE -> set(h, leader, null, time.left());
      case GO_ON -> set(h, leader, now + left, null);
      case MORE -> {
        long more = left + MORE_MINUTES * MINUTE;
        boolean paused = time.left() != null && !time.running();
        set(h, leader, paused ? null : Long.valueOf(now + more), paused ? more : null);
      }
      case STOP -> set(h, leader, null, null);
    }
  }

  private static void set(Handle h, Seat leader, Long ends, Long left) {
    h.createUpdate("update review set timer_ends = :ends, timer_left = :left where id = :id")
        .bind("ends", ends)
        .bind("left", left)
        .bind("id", leader.review().id())
        .execute();
  }
}
