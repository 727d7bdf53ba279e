/**
 * Learning cycles: a purpose in its wordings, those who take part and in which voice, four places
 * that are open at once, and experiments. Nothing has to be finished before anything else, and
 * nothing has to be filled in but what is said.
 */
package org.kith.cycles;
