/** Micro-benchmarks of single statistics. */
package org.kith.bench.statistics;
