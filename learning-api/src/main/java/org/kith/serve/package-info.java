/** The command {@code kith serve}, and the server that everything is put together in. */
package org.kith.serve;
