/** Pages of what cycles pass to each other: the inbox, ties, the steward's view. */
package org.kith.pages.ties;
