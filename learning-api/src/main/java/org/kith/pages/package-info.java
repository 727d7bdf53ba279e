/**
 * The pages: rendered on the server, readable without scripts, on a phone and on paper. A page is a
 * record made by a pure method from a {@link org.kith.learning.View}, and one template.
 */
package org.kith.pages;
