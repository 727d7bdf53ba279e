/** The people who take part: their roles, organisation, teams and learning cycles. */
package org.kith.people;
