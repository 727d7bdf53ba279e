/** Who saw or changed what; only ever added to, and never with a word of a reflection. */
package org.kith.audit;
