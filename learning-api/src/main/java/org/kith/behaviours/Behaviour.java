package org.kith.behaviours;

import java.util.stream.Stream;

/**
 * Nine ways in which people behave towards each other when a system works. Which nine they are is
 * Lankelly Chase's, from what many people told them (2017); the words here are Kith's own.
 */
public enum Behaviour {
  WHOLE(
      "whole",
      Group.PERSPECTIVE,
      "We are part of one whole",
      "People know that what they do touches what others do, and that nobody steers all of it.",
      "Whoever sits in the middle of things sees more threads, not a more tied place.",
      "Where did something you did turn up in somebody else’s work?"),
  VISION(
      "vision",
      Group.PERSPECTIVE,
      "We share where we want to get to",
      "People gather round a purpose they can each say in their own words, and want to hear how"
          + " others say it.",
      "A purpose can be known by heart and held by nobody; and agreeing can be politeness.",
      "Whose way of saying the purpose have we not heard?"),
  STRENGTHS(
      "strengths",
      Group.PERSPECTIVE,
      "People have strengths and are met with them",
      "People are seen for what they can do and bring, and not first for what they lack.",
      "Those who are helped and those who help often mean different people when they say “people”.",
      "When did somebody’s strength change what was done?"),
  DIALOGUE(
      "dialogue",
      Group.PARTICIPATION,
      "We trust each other enough to speak openly",
      "Hard questions can be asked, disagreement can be said aloud, and what hurts is not left to"
          + " one side.",
      "Answers can fall as trust grows, because people dare to say that it is missing.",
      "What can be said in the corridor that cannot be said in the room?"),
  LEADERSHIP(
      "leadership",
      Group.PARTICIPATION,
      "Leading is done together, at every level",
      "Whoever sees what is needed can take it up, and finds others beside them.",
      "To those who hold a title, leading can look more shared than it feels below.",
      "Who led something here without being asked to?"),
  LEARNING(
      "learning",
      Group.PARTICIPATION,
      "What we learn together changes what we do",
      "Trying, noticing and changing belong together, and what did not work is worth telling.",
      "People who are asked for learning all the time can come to see it less.",
      "What do we do differently since last spring, and how did we find out?"),
  POWER(
      "power",
      Group.POWER,
      "Power is shared and every voice weighs",
      "People can play their full part, and what keeps some of them small is named and worked on.",
      "Power is hard to see from where it is. A gap between voices says more here than any middle.",
      "Who was in the room and did not speak?"),
  DECISIONS(
      "decisions",
      Group.POWER,
      "Decisions are made close to those they are about",
      "Those who know the situation decide, and the people it is about are among them.",
      "What counts as a decision differs: some think of the large ones, some of Tuesday.",
      "Which decision travelled away from the people it was about?"),
  ACCOUNTABILITY(
      "accountability",
      Group.POWER,
      "We answer to each other",
      "People say what they do and why, downwards and sideways as much as upwards, and do what they"
          + " said.",
      "Whoever reports upwards every month may see a lot of it, and it may all go one way.",
      "Who owes whom an answer that nobody has asked for?");

  /** What they are about. */
  public enum Group {
    PERSPECTIVE("Perspective"),
    PARTICIPATION("Participation"),
    POWER("Power");

    private final String words;

    Group(String words) {
      this.words = words;
    }

    /** As a heading. */
    public String words() {
      return words;
    }
  }

  /** Where the nine come from. */
  public static final String SOURCE =
      "https://lankellychaselegacy.org.uk/our-work/systems-change/the-system-behaviours";

  private final String id;
  private final Group group;
  private final String title;
  private final String says;
  private final String misleads;
  private final String question;

  Behaviour(String id, Group group, String title, String says, String misleads, String question) {
    this.id = id;
    this.group = group;
    this.title = title;
    this.says = says;
    this.misleads = misleads;
    this.question = question;
  }

  /** The name in addresses and tables. */
  public String id() {
    return id;
  }

  /** What it is about. */
  public Group group() {
    return group;
  }

  /** Whether it is the first about its matter. */
  public boolean first() {
    return Stream.of(values()).filter(b -> b.group == group).findFirst().orElseThrow() == this;
  }

  /** As a heading. */
  public String title() {
    return title;
  }

  /** What it means, in a sentence. */
  public String says() {
    return says;
  }

  /** How answers about it can mislead. */
  public String misleads() {
    return misleads;
  }

  /** What it asks those who look at the answers. */
  public String question() {
    return question;
  }

  /**
   * The behaviour with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Behaviour of(String id) {
    for (Behaviour behaviour : values()) {
      if (behaviour.id.equals(id)) {
        return behaviour;
      }
    }
    throw new IllegalArgumentException("There is no behaviour '" + id + "' among the nine.");
  }
}
