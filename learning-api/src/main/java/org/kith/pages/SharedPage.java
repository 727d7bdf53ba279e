package org.kith.pages;

import java.util.List;
import org.kith.reflections.Reply;

/**
 * A reflection that somebody else shared.
 *
 * @param group name of the team or cycle
 * @param back address of everything shared there
 * @param author name of its author, or empty in a learning cycle
 * @param when its day, or its week in a learning cycle
 * @param follows id of the one it carries on from, or empty
 */
record SharedPage(
    Frame frame,
    String id,
    String group,
    String back,
    String author,
    String when,
    Told told,
    String follows,
    List<Reply> replies,
    ReplyForm reply) {}
