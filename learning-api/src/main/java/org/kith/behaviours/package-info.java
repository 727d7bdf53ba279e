/**
 * The conversation about how a system behaves: where each person sees each of nine behaviours, and
 * how far voices lie apart. Each stands on its own; nothing is ever summed over them.
 */
package org.kith.behaviours;
