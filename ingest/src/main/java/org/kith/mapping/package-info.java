/**
 * Which heading of an export feeds which item: read, checked, and bound to the columns of a file.
 */
package org.kith.mapping;
