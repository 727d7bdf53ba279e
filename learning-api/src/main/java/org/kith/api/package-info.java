/**
 * The API under {@code /api/v1}: one class per address, and the OpenAPI document that is made from
 * them. What may be seen is decided before, by {@link org.kith.learning.View}.
 */
package org.kith.api;
