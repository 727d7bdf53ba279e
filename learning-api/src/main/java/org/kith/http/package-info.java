/**
 * What requests and answers are made of, whichever feature they belong to: JSON in and out, forms
 * that may be sent again, and problems as RFC 9457 asks for them.
 */
package org.kith.http;
