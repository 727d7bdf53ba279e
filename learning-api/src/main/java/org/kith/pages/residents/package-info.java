/**
 * Pages for people who answered a survey, for those who read what they say, and one's own ledger.
 */
package org.kith.pages.residents;
