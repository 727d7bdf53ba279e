/** Pages of the conversation about how a system behaves. */
package org.kith.pages.behaviours;
