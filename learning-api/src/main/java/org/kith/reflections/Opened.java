package org.kith.reflections;

import java.util.List;

/** A reflection as somebody who may read it sees it. */
public sealed interface Opened permits Mine, OfTeam, OfCycle {
  /** Its id. */
  String id();

  /** The form whose prompts it answers. */
  String form();

  /** What it is: reflection, experiment or change. */
  String kind();

  /** What was written, prompt by prompt. */
  List<Reflection.Answer> answers();

  /** What was tapped. */
  List<Reflection.Tap> taps();

  /** How it felt, or null. */
  String feeling();

  /** What was answered to it, oldest first. */
  List<Reply> replies();
}
