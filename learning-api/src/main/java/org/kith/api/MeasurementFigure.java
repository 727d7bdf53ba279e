package org.kith.api;

import java.util.List;
import org.kith.api.Figure.Count;
import org.kith.api.Figure.Interval;
import org.kith.http.Says;

/** Figures that say how far what was measured can be relied on. */
final class MeasurementFigure {
  private MeasurementFigure() {}

  /** What to know before what people said. */
  record Health(
      @Says("health") String kind,
      @Says(
              value = "How many were asked, to the nearest 5, or null where nobody said.",
              nullable = true)
          Integer asked,
      @Says(value = "Of 100 people asked, how many answered, or null likewise.", nullable = true)
          Double response,
      @Says("Of 100 forms, how many have no valid answer or score, or null when hidden.")
          Double missing,
      @Says(value = "Cronbach's alpha of the score; null for a single question.", nullable = true)
          Double alpha,
      @Says("Of alpha.") Interval interval,
      @Says("Of 100 people, how many are at the lowest end, or null when hidden.") Double floor,
      @Says("Of 100 people, how many are at the highest end, or null when hidden.") Double ceiling,
      @Says("Whether organisations may be looked at beside one another.") boolean comparable,
      @Says("The same in words, with the reason where they may not.") String gate,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden)
      implements Figure {}

  /** Whether the questions hang together, over the waves. */
  record Reliability(
      @Says("reliability") String kind,
      @Says("One for each wave, earliest first.") List<Alpha> points)
      implements Figure {}

  /** How well the questions hang together in one wave. */
  @Says("How well the questions hang together in one wave.")
  record Alpha(
      @Says("Id of the wave.") String wave,
      @Says("People who answered every question.") Count n,
      @Says("How many questions.") Integer items,
      @Says("Cronbach's alpha, or null when hidden.") Double alpha,
      @Says("Of alpha, by Feldt.") Interval interval,
      @Says("McDonald's omega total of one factor, or null.") Double omega,
      @Says("Of 100 people, how many have the lowest score, or null when hidden.") Double floor,
      @Says("Of 100 people, how many have the highest score, or null when hidden.") Double ceiling,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** How each question goes with the others. */
  record ItemBehaviour(
      @Says("item-behaviour") String kind,
      @Says("Every question, in asked order.") List<ItemFit> items)
      implements Figure {}

  /** How one question goes with the others. */
  @Says("How one question goes with the others.")
  record ItemFit(
      @Says("The question's id.") String item,
      @Says("People who answered every question.") Count n,
      @Says("Correlation with the sum of the others, or null when hidden.") Double itemRest,
      @Says("Cronbach's alpha of the others, or null.") Double alphaIfDropped,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** Whether each question means the same everywhere. */
  record Comparability(
      @Says("comparability") String kind,
      @Says("Every question, in asked order. No organisation is named.") List<SameMeaning> items)
      implements Figure {}

  /** Whether one question means the same everywhere. */
  @Says("Whether one question means the same in every organisation.")
  record SameMeaning(
      @Says("The question's id.") String item,
      @Says("How many organisations were held together.") Integer organisations,
      @Says("People who answered every question in them.") Count n,
      @Says("How much more is explained when organisations may differ at the same score.")
          Double uniform,
      @Says("How much more when they may differ along the score too.") Double nonUniform,
      @Says("How often chance alone would give as much.") Double p,
      @Says("Whether the question is unlike the others: beyond chance, and enough to matter.")
          Boolean apart,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** How far it moved from each wave to the next. */
  record Change(
      @Says("change") String kind,
      @Says("From each wave to the next, earliest first.") List<Step> steps)
      implements Figure {}

  /** How far a share moved between two waves. */
  @Says("How far a share moved between two waves of different people.")
  record Step(
      @Says("Id of the earlier wave.") String from,
      @Says("Id of the later wave.") String to,
      @Says("Who answered in the earlier.") Count before,
      @Says("Who answered in the later.") Count after,
      @Says("Later less earlier, in points of 100, or null when hidden.") Double difference,
      @Says("Of the difference.") Interval interval,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** What became of the answers of the same people. */
  record Panel(
      @Says("panel") String kind,
      @Says("Id of the earlier wave.") String from,
      @Says("Of 100 people who answered both times, how many moved up, or null when hidden.")
          Double up,
      @Says("Of up.") Interval upInterval,
      @Says("How many stayed.") Double same,
      @Says("Of same.") Interval sameInterval,
      @Says("How many moved down.") Double down,
      @Says("Of down.") Interval downInterval,
      @Says("How often chance alone would give a movement as uneven as this, 0 to 1.")
          Double chance,
      @Says("From each answer to each, in the order of the answers.") List<Move> moves,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden)
      implements Figure {}

  /** How many went from one answer to another. */
  @Says("How many went from one answer to another.")
  record Move(
      @Says("Code of the earlier answer.") int before,
      @Says("Code of the later answer.") int after,
      @Says("How many gave both.") Count n,
      @Says("Of 100 shown who gave the earlier answer, or null when hidden.") Double percent) {}

  /** How people move over the waves. */
  record Growth(
      @Says("growth") String kind,
      @Says("Id of the first wave.") String from,
      @Says("Id of the last wave.") String to,
      @Says("How many waves.") Integer waves,
      @Says("How many organisations.") Integer organisations,
      @Says("Mean at the first wave: 0 to 1 for a share, else the score.") Double start,
      @Says("Of the start.") Interval startInterval,
      @Says("Change of the mean in a year.") Double slope,
      @Says("Of the slope.") Interval slopeInterval,
      @Says("Spread of organisations.") Double organisationSd,
      @Says("Spread of people at the first wave.") Double personSd,
      @Says("Spread of people's change in a year.") Double slopeSd,
      @Says("Of people's start with their change, or null.") Double correlation,
      @Says("What is left from wave to wave.") Double residualSd,
      @Says("Whether a spread is estimated as exactly none.") Boolean atBoundary,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden)
      implements Figure {}

  /** What goes with belonging to a group. */
  record Predictors(
      @Says("predictors") String kind,
      @Says("Every group beside the one it is held against, in the order of the form.")
          List<Beside> groups)
      implements Figure {}

  /** One group beside another. */
  @Says("One known group beside another.")
  record Beside(
      @Says("What the group is one of.") String dimension,
      @Says("The group.") String group,
      @Says("The group it is beside.") String reference,
      @Says("How many organisations.") Integer organisations,
      @Says("People whose groups are all known.") Count n,
      @Says("Mean difference among people of the same organisation, or null when hidden.")
          Double within,
      @Says("Of within.") Interval withinInterval,
      @Says("Difference between whole organisations, or null. Not of people.") Double between,
      @Says("Of between.") Interval betweenInterval,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** How far organisations scatter beyond chance. */
  record Funnel(
      @Says("funnel") String kind,
      @Says("How many organisations.") Integer organisations,
      @Says("Percent or score over them together. It is not a goal.") Double pooled,
      @Says(value = "Spread of one person's score; null for a percent.", nullable = true) Double sd,
      @Says("How much more they scatter than by chance; 1 is chance.") Double dispersion,
      @Says("Spread between organisations beyond chance, which is part of the limits.") Double tau,
      @Says(
              value =
                  "Your own organisation; null when you are nobody in particular or it is hidden.",
              nullable = true)
          Dot mine,
      @Says(
              "The other organisations: no names, no order, each at the middle number of people of at"
                  + " least three.")
          List<Dot> around,
      @Says(
              value = "How many lie where 95 of 100 would by chance, or null when hidden.",
              nullable = true)
          Integer within,
      @Says("How many organisations are left out, because their number is hidden.") int leftOut,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden)
      implements Figure {}

  /** An organisation without a name. */
  @Says("An organisation without its name.")
  record Dot(
      @Says("How many people answered, to the nearest 5.") int people,
      @Says("Percent or score.") double value) {}

  /** How evenly groups answered. */
  record Representation(
      @Says("representation") String kind,
      @Says("Each dimension whose residents are known.") List<Evenness> dimensions)
      implements Figure {}

  /** How evenly the groups of one dimension answered. */
  @Says("How evenly the groups of one dimension answered.")
  record Evenness(
      @Says("What the groups are of: Age, Home.") String dimension,
      @Says("How many groups.") Integer groups,
      @Says("People whose group is known.") Count n,
      @Says("How many live there.") Integer residents,
      @Says("Of 100 residents, how many answered.") Double response,
      @Says("R-indicator, 1 is even, or null when hidden.") Double r,
      @Says("Coefficient of variation of the response, 0 is even, or null when hidden.") Double cv,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** The same with people counted for those who live here. */
  record Weighted(
      @Says("weighted") String kind,
      @Says("Each way of weighting there is.") List<Weighing> weightings)
      implements Figure {}

  /** An estimate with weights. */
  @Says("An estimate with weights.")
  record Weighing(
      @Says("Where the weights come from: design, margins, or design_and_margins.")
          String weighting,
      @Says("The known groups whose shares of residents were met, with commas between.")
          String margins,
      @Says("How many organisations.") Integer organisations,
      @Says("How many answered.") Count n,
      @Says("Percent or score, or null when hidden.") Double estimate,
      @Says("Of the estimate.") Interval interval,
      @Says("How much weights and clusters widen the interval.") Double designEffect,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** Signs that answers changed in kind. */
  record Drift(
      @Says("drift") String kind,
      @Says("Wave by wave, sign by sign. A sign invites a question and proves nothing.")
          List<Sign> signs)
      implements Figure {}

  /** One sign in one wave. */
  @Says("One sign in one wave.")
  record Sign(
      @Says("Id of the wave.") String wave,
      @Says("What was looked for: heaping, straight-lining, missing, mode, case-mix.") String sign,
      @Says(
              value = "In how many organisations it could be looked for; null for your own.",
              nullable = true)
          Integer organisations,
      @Says(value = "In how many of them it was seen; null for your own.", nullable = true)
          Integer noticed,
      @Says(value = "Whether it was seen in your own; null for everyone.", nullable = true)
          Boolean here,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}
}
