package org.kith.indicators;

import java.util.List;
import org.kith.published.BetweenRow;
import org.kith.published.ControlPointRow;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.MissingRow;
import org.kith.published.PooledRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;

/**
 * Every indicator, exact: unrounded and nothing hidden. Kept in the protected zone; only {@code
 * Disclosure} turns it into what may be published. Rows are in a fixed order: instrument, item in
 * asked order, wave, scope, unit in the order of {@code organisations.csv}; never by a value.
 */
public record Indicators(
    List<DistributionRow> distributions,
    List<LevelRow> levels,
    List<MissingRow> missing,
    List<ScaleRow> scales,
    List<BetweenRow> between,
    List<PooledRow> pooled,
    List<ControlPointRow> controlPoints,
    List<RespondentsRow> respondents) {}
