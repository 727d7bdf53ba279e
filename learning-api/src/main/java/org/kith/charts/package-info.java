/**
 * The few chart forms of the pages, drawn on the server as SVG from the rows of the table beside
 * them, so that picture and table cannot disagree. Each form is drawn afresh for several widths;
 * the style sheet shows the one that fits, without a script.
 */
package org.kith.charts;
