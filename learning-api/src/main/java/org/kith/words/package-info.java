/**
 * The sentences of the pages: templates that take published rows and say what they mean, in plain
 * words that neither praise nor blame. A test keeps words of judgement out of all of them.
 */
package org.kith.words;
