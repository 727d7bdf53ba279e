/** Workspaces of any size with invented answers, to measure with. */
package org.kith.generate;
