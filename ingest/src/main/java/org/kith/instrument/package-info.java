/** Questionnaires: their wording, answers and scoring, shipped with Kith or written by hand. */
package org.kith.instrument;
