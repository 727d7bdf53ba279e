/**
 * What may be published, and how it is made safe.
 *
 * <p>In plain words, as they stand on the page <i>About this data</i>:
 *
 * <ul>
 *   <li><b>Small numbers are hidden.</b> A number of people below 10 is never shown, nor is 0: it
 *       says "hidden, fewer than 10".
 *   <li><b>Nearly everyone is hidden too.</b> When all but a few people gave the same answer, that
 *       answer is hidden as well, because it would speak for each of them.
 *   <li><b>Shown numbers are rounded</b> to the nearest 5. A shown 40 stands for 38 to 42 people.
 *       Shares are worked out from the rounded numbers, so they say no more than those do.
 *   <li><b>A place speaks only through three organisations or more</b>, each with at least 10
 *       people who answered. With two, each could take its own people away and see the other's.
 *   <li><b>A hidden number cannot be worked out.</b> When a total and its other parts would give a
 *       hidden number away, more numbers are hidden. Before anything is published, each hidden
 *       number is checked: there must be another set of answers, giving a number at least 5 away or
 *       more, that would have been published in exactly the same way.
 *   <li><b>Middles need people on both sides.</b> The median of a score is shown only when at least
 *       10 people lie below it and 10 above; so are the quartiles.
 *   <li>Where nothing else helps, <b>no number</b> of that instrument and wave is published.
 *   <li><b>What is told aside goes first.</b> How many returned the form, left a question, answered
 *       all, or stand at an end of a score is told only as far as it brings nothing hidden to
 *       light.
 *   <li><b>People who answered twice</b> are spoken of all together only, by the same rules. A pair
 *       of answers is hidden where fewer than 10 gave it; how few gave an answer and did not come
 *       back is kept open like any hidden number.
 *   <li><b>Results of models are of everyone</b>, with at least 100 people behind reliability and
 *       300 behind other models, and with no more decimals than one person could not move.
 *   <li><b>Weighted shares are coarse.</b> They are whole percents, of so many people that one
 *       percent stands for 5 or more, however much some of them count.
 *   <li><b>Organisations are not compared</b> where the questions do not hang together, do not mean
 *       the same everywhere, or nobody can tell.
 *   <li><b>Signs that a number became a target</b> are counted over three organisations or more; an
 *       organisation sees its own, and nobody else's.
 * </ul>
 *
 * <p>10, 5 and 3 are the usual settings; a workspace may choose others in {@code kith.yaml}. For
 * those who write reflections it is 11 instead of 10: {@link org.kith.disclosure.StaffDisclosure}
 * says what that adds.
 *
 * <p>{@link org.kith.disclosure.Disclosure} applies the rules. {@link
 * org.kith.disclosure.Published} is what comes out, and the only thing that can be written to the
 * published zone.
 */
package org.kith.disclosure;
