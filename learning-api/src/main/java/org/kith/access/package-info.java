/**
 * Who may open which address: every address is listed with its roles, and nothing opens without.
 */
package org.kith.access;
