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
