/** Pages of what a cycle looks at, and of the learning memory. */
package org.kith.pages.evidence;
