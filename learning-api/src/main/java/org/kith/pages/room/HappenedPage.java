package org.kith.pages.room;

import org.kith.decisions.WhatHappened;
import org.kith.pages.Frame;
import org.kith.pages.reviews.ReviewTop;

/**
 * "What happened to what we said".
 *
 * @param before what the review before said, or null where there is none to look at
 * @param works whether anything can be told
 */
public record HappenedPage(
    Frame frame, ReviewTop top, String id, WhatHappened before, boolean works) {}
