package org.kith.pages;

import java.util.Map;

/**
 * What somebody sent who was not signed in any more, given back so that nothing is lost.
 *
 * @param answers what was written, by prompt
 */
record UnsentPage(Map<String, String> answers) {}
