/**
 * What the API and the pages know about a snapshot, and how much of it someone may see.
 *
 * <p>A {@link org.kith.learning.Library} holds the snapshots of a workspace; each is {@link
 * org.kith.learning.Evidence}, read once into memory. Nobody reads evidence directly: one asks for
 * the {@link org.kith.learning.View} of a {@link org.kith.learning.Viewer}, and only that view
 * answers. It is the one place where it is decided who sees an organisation's own numbers.
 */
package org.kith.learning;
