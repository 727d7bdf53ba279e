/** The way of an export from {@code raw/} into the protected zone, and the command for it. */
package org.kith.ingest;
