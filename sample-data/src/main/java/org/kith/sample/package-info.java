/**
 * The seeded generator that wrote the sample workspace: invented places, people and answers with
 * known truth, exported the way four survey tools export.
 */
package org.kith.sample;
