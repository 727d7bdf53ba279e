/** Pages of learning cycles. */
package org.kith.pages.cycles;
