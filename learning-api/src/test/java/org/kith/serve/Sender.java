package org.kith.serve;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.kith.signin.SignedIn;

/** Sends reflections as a device does. */
final class Sender {
  private Sender() {}

  /** One reflection as JSON. */
  static String json(String id, String words) {
    return """
    {"id": "%s", "form": "short", "happened": "2026-11-02", "written": 1,
     "answers": [{"prompt": "what", "words": "%s"}],
     "taps": [{"tap": "level", "value": "policy"}]}
    """
        .formatted(id, words);
  }

  /** Sends it; whether the server said that it is kept, now or before. */
  static boolean kept(SignedIn who, int port, String id) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        who.send(port, "POST", "/api/v1/reflections", json(id, "words of " + id));
    if (answer.statusCode() != 200 && answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return true;
  }
}
