/**
 * From group statistics to the learning indicators: plain Java, one class for each, listed in
 * {@link org.kith.indicators.Indicators#of}. Everything here is exact and stays in the protected
 * zone, except that {@link org.kith.indicators.OverTime} reads published figures alike.
 */
package org.kith.indicators;
