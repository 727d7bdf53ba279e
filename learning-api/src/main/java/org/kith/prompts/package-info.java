/** What the page "Write" asks and offers to tap: words from files, a place's own among them. */
package org.kith.prompts;
