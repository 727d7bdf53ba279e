/** Rows that were restored and name a snapshot by what it holds are told which one that is here. */
package org.kith.pinning;
