/** Signing in: invitations, passphrases, a council's own sign-in, and the sessions that follow. */
package org.kith.signin;
