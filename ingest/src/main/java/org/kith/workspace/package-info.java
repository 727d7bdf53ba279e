/** The user's folder: what its files say, read strictly. */
package org.kith.workspace;
