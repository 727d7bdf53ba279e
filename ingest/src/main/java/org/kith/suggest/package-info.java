/** Proposes a mapping for an export nobody has described yet, for a person to correct. */
package org.kith.suggest;
