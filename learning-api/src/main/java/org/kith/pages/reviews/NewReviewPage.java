package org.kith.pages.reviews;

import org.kith.pages.Frame;

/**
 * Where a review starts.
 *
 * @param id a UUID for it
 */
public record NewReviewPage(Frame frame, String id) {}
