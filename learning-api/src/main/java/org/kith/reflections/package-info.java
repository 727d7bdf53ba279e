/** Reflections: kept for their author first, and shared only as the author says. */
package org.kith.reflections;
