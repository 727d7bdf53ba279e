/**
 * Finds what tells who or where somebody is in what people write: names, places, dates, numbers.
 * The rules are data, {@code rules.json}, and the device reads the same.
 */
package org.kith.spotter;
