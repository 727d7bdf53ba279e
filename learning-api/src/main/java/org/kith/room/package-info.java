/**
 * The room in which a learning review meets: what each reads alone and nobody else before all are
 * opened, the screen that shows one question at a time, and what is written down together.
 */
package org.kith.room;
