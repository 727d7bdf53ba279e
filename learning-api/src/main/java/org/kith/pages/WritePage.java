package org.kith.pages;

import java.util.List;
import org.kith.people.Person;
import org.kith.prompts.Prompts;
import org.kith.prompts.PromptsApi.Theme;
import org.kith.reflections.EarlierApi.Earlier;

/**
 * The page to write on. The shell of it, which a device keeps for when there is no signal, holds
 * nothing of anybody: the page's script fills it in for whoever has signed in.
 *
 * @param prompts what is asked
 * @param themes the codebook's, to tap; none in the shell
 * @param teams the author's; none in the shell
 * @param cycles the author's; none in the shell
 * @param earlier what the author wrote before; none in the shell
 * @param id of the reflection to be, so that a form sent twice is kept once; empty in the shell
 * @param filled what is in the form
 * @param problem why what was sent could not be kept, or empty
 * @param missedOneIn of so many identifiers one is not noticed on the device
 */
record WritePage(
    Prompts prompts,
    List<Theme> themes,
    List<Person.Group> teams,
    List<Person.Group> cycles,
    List<Earlier> earlier,
    String id,
    WriteForm filled,
    String problem,
    int missedOneIn) {

  /** Whether it is the shell. */
  boolean shell() {
    return id.isEmpty();
  }
}
