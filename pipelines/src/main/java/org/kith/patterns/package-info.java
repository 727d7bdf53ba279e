/**
 * What authors share, as patterns that people can look at and decide about. Small tables of counts
 * in, exact figures out, in plain Java.
 *
 * <p>Everything counts distinct authors: somebody who writes of a thing forty times is one author.
 * One author has one organisation, so authors add up over organisations; over periods they do not.
 * Authors of no organisation are in no figure, for a pooled figure needs to know its organisations.
 */
package org.kith.patterns;
