/** Pages of accounts: written together, published, and read by anyone. */
package org.kith.pages.account;
