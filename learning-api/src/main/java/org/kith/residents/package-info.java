/**
 * The way back to people who answered a survey: what was learned, that it was not so, who may use
 * their answers, and taking them out. Nothing here knows who they are. A code is never kept, only
 * its keyed print beside a day; and what somebody says of an account stands beside no print at all.
 */
package org.kith.residents;
