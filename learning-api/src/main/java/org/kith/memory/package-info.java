/** What was learned before, for whoever starts again: learnings, decisions, and what came of them. */
package org.kith.memory;
