package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import org.kith.reflection.Audience;
import org.kith.reflections.Mine;
import org.kith.reflections.Opening;
import org.kith.reflections.OwnReflections;
import org.kith.reflections.Reply;
import org.kith.words.Numbers;

/** What came of an author's reflections, in sentences. */
final class News {
  private News() {}

  /** What is new to an author, or empty when nothing is. */
  static String sentence(OwnReflections.News news) {
    List<String> parts = new ArrayList<>();
    if (news.replies() > 0) {
      parts.add(
          Numbers.small(news.replies()) + (news.replies() == 1 ? " reply came" : " replies came"));
    }
    if (news.tried() == 1) {
      parts.add("someone tried what you suggested");
    } else if (news.tried() > 1) {
      parts.add("people tried what you suggested " + Numbers.small(news.tried()) + " times");
    }
    return parts.isEmpty() ? "" : "Since you last looked, " + String.join(", and ", parts) + ".";
  }

  /** What came of one reflection, a sentence each. */
  static List<String> came(Mine mine, List<Opening> seen) {
    List<String> came = new ArrayList<>();
    List<Reply> others = mine.replies().stream().filter(r -> !r.yours()).toList();
    if (others.stream().anyMatch(Reply::tried)) {
      came.add("Someone tried what you suggested.");
    }
    int replies = (int) others.stream().filter(r -> !r.tried()).count();
    int fresh = (int) others.stream().filter(Reply::fresh).count();
    if (replies > 0) {
      came.add(Numbers.capital(replies == 1 ? "one reply." : Numbers.small(replies) + " replies."));
    }
    if (fresh > 0) {
      came.add(Numbers.capital(Numbers.small(fresh)) + " since you last looked.");
    }
    List<String> names =
        seen.stream().map(Opening::by).filter(n -> n != null).distinct().sorted().toList();
    if (!names.isEmpty() && names.size() <= 4) {
      came.add("Opened by " + Numbers.list(names) + ".");
    } else if (!seen.isEmpty()) {
      came.add("Opened by others.");
    }
    if (!mine.carriedOn().isEmpty()) {
      came.add("You carried on from it.");
    }
    return came;
  }

  /** Who can read a shared reflection now. */
  static String reading(OwnReflections.Circle circle) {
    int n = circle.people();
    return n == 0
        ? "Nobody else can read it now."
        : Numbers.capital(Numbers.small(n))
            + (n == 1 ? " other person" : " other people")
            + " can read it now.";
  }

  /** That some joined since it was shared, or empty. */
  static String later(OwnReflections.Circle circle) {
    int n = circle.joinedSince();
    return n == 0
        ? ""
        : Numbers.capital(Numbers.small(n))
            + (n == 1 ? " person" : " people")
            + " joined since you shared it, and cannot read it unless you say so.";
  }

  /** Who will read a reply. */
  static String readers(Audience audience) {
    return switch (audience) {
      case TEAM ->
          "Its author and the team read it, with your name. Only who is in the team today.";
      case CYCLE ->
          "Its author and the learning cycle read it, without your name. Only who takes part"
              + " today.";
      case ME, COUNTS -> "Only you read it.";
    };
  }
}
