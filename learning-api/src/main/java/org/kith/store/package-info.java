/** The learning store: one small interface over an embedded database or PostgreSQL. */
package org.kith.store;
