/**
 * How survey tools write their exports: encodings, delimiters, header rows, and what each tool's
 * own columns mean. A tool is recognised by the structure of the file, never by its name.
 */
package org.kith.dialect;
