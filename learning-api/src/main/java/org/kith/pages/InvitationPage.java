package org.kith.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where somebody who was invited sets a passphrase.
 *
 * @param token of the link they came by
 * @param name what they are called
 * @param signInName what they will type to sign in
 * @param problem what was wrong with the passphrase, or empty
 * @param shown whether the passphrase can be read while it is typed
 * @param next where they want to go first, or empty for where everybody starts
 * @param council whether the council's own sign-in is offered
 */
record InvitationPage(
    Frame frame,
    String token,
    String name,
    String signInName,
    String problem,
    boolean shown,
    String next,
    boolean council) {

  /** The same page with what is typed shown, or hidden again. */
  String otherWay() {
    List<String> asked = new ArrayList<>();
    if (!shown) {
      asked.add("show");
    }
    if (!next.isEmpty()) {
      asked.add("next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
    return "/invitation/" + token + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
  }
}
