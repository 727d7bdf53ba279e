/**
 * What people decide in a learning review or a cycle, and on what; who did not agree, in their own
 * words; what will be tried and promised; and what became of it.
 */
package org.kith.decisions;
