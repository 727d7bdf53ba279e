/**
 * Full-text search over what one reader may see, and nothing else. A reader's index is made of
 * their own readable words only, so no hit, count, order or highlight can depend on anybody else's.
 */
package org.kith.search;
