/**
 * Statistics on counts and group statistics: plain Java, knowing nothing of files, pages or
 * clusters. Each is a record with a static factory; each gives its definition, its rule for missing
 * answers, its source, and how it can mislead. Values agree with R to the digits the tests state.
 *
 * <p>What data cannot answer is refused with a sentence; nothing here returns NaN.
 */
package org.kith.statistics;
