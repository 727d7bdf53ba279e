package org.kith.pages.evidence;

import java.util.List;
import org.kith.evidence.Chain;
import org.kith.evidence.Loops;
import org.kith.evidence.Pinning;
import org.kith.pages.Frame;

/**
 * How one thing led to another in a cycle.
 *
 * @param name of the cycle
 * @param drawing the chain drawn, or empty when there is none yet
 * @param figure how much is still open, or null where there is too little for a curve
 * @param open what is still open, in words
 * @param id made for the change that may be sent
 * @param decisions to choose from
 * @param experiments to choose from
 * @param seen what was looked at, to choose from
 * @param today ISO day
 */
public record ChainPage(
    Frame frame,
    String cycle,
    String name,
    Chain chain,
    String drawing,
    Loops loops,
    LoopFigure figure,
    String open,
    String id,
    List<Pinning.Named> decisions,
    List<Pinning.Named> experiments,
    List<Pinning.Named> seen,
    String today) {}
