/**
 * Learning reviews: prepared with a purpose and what it will not be used for, predictions before
 * new numbers open, readings written alone before they are read together, and what came of it.
 */
package org.kith.reviews;
