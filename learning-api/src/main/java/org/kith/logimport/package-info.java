/**
 * Brings in logs that people kept elsewhere, from CSV or XLSX. Whatever a file says, each row lands
 * private to whoever brings it in, and every row is accounted for.
 */
package org.kith.logimport;
