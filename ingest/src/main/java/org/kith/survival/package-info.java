/** How long things stay open: what groups of reflections and learning cycles are both told by. */
package org.kith.survival;
