/**
 * What the people in a learning cycle look at, kept as they saw it, and what came of it: decisions,
 * changes and what was seen next.
 */
package org.kith.evidence;
