/**
 * The pass over shared reflections: from rows of the protected lake to counts of distinct authors.
 *
 * <p>Steps are functions of rows. Only what grows with organisations, periods, themes, teams and
 * the words many use is collected.
 */
package org.kith.authors;
