/** An author's own reflections as a file, for supervision or a professional register. */
package org.kith.portfolio;
