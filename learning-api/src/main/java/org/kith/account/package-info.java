/**
 * The account of a learning review: drafted, approved by everybody who came, published, and from
 * then on the same for good. It is read as a page, as PDF, as Word and as JSON.
 */
package org.kith.account;
