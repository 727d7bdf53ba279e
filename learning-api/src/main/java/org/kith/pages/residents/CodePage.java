package org.kith.pages.residents;

import java.util.List;
import org.kith.pages.Frame;
import org.kith.residents.FromYou;

/**
 * What somebody can do with their code. The code is in the page's own forms and nowhere else.
 *
 * @param code as it is printed on slips
 * @param takenOut the day on which the answers were taken out, for people, or empty
 * @param done what was just done, or empty
 * @param problem what was wrong with what was sent, or empty
 * @param subjects what one can speak to
 * @param about what was chosen of it, or empty
 * @param words what was written and not accepted, or empty
 * @param id of what will be written
 * @param uses who may use the answers
 * @param history what was said of that, in words, the latest first
 * @param asking whether it is asked once more before the answers are taken out
 */
public record CodePage(
    Frame frame,
    String code,
    String takenOut,
    String done,
    String problem,
    List<FromYou.Subject> subjects,
    String about,
    String words,
    String id,
    List<UseChoice> uses,
    List<String> history,
    boolean asking) {}
