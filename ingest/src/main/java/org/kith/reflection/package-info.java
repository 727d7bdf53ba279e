/** What is written in a reflection, in the words that the log, the lake and the tables share. */
package org.kith.reflection;
