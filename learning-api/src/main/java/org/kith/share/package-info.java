/** What people share of their reflections, on its way from the store to the protected lake. */
package org.kith.share;
