/**
 * What learning cycles pass to each other: barriers, questions and things learned, up, down and
 * across, and what comes back. The reply matters as much as the message.
 */
package org.kith.ties;
