/** The pages of a learning review: prepare, say first, look. */
package org.kith.pages.reviews;
