/** How far a long piece of work has come. */
package org.kith.progress;
