/** Whole processes measured beside their peers, on the same files in the same run. */
package org.kith.bench;
