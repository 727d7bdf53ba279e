/**
 * What people who answered a survey may do with what they said, known by nothing but a code: the
 * code and its keyed print, who took their answers out, and who may use them.
 */
package org.kith.resident;
