package org.kith.pages.account;

import org.kith.account.Paper;
import org.kith.pages.Frame;

/** An account, to be read. */
public record AccountPage(Frame frame, Paper paper) {}
