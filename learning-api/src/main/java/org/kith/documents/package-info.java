/** Files to take away: PDF and Word, made of the same few parts whatever they are about. */
package org.kith.documents;
