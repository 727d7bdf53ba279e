/** The pages of a review's room: reading alone, reading together, deciding. */
package org.kith.pages.room;
