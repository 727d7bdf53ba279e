package org.kith.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;

/** Reads what was sent as JSON. What is wrong with it is told without a word of what it says. */
public final class JsonBody {
  private static final int MOST_BYTES = 256 * 1024;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private JsonBody() {}

  /**
   * Reads it.
   *
   * @throws ProblemException if it is too large or not what {@code what} says
   */
  public static <T> T read(Context ctx, Class<T> type, String what) {
    if (ctx.contentLength() > MOST_BYTES || ctx.bodyAsBytes().length > MOST_BYTES) {
      throw ProblemException.of(Problem.Kind.TOO_LARGE, "It is at most 256 kB.");
    }
    try {
      T read = JSON.readValue(ctx.bodyAsBytes(), type);
      if (read == null) {
        throw notAccepted(what);
      }
      return read;
    } catch (JacksonException e) {
      throw e.getCause() instanceof IllegalArgumentException
          ? ProblemException.of(Problem.Kind.NOT_ACCEPTED, e.getCause().getMessage())
          : notAccepted(what);
    } catch (IOException e) {
      throw ProblemException.of(Problem.Kind.BAD_REQUEST, "The request could not be read.");
    }
  }

  private static ProblemException notAccepted(String what) {
    return ProblemException.of(Problem.Kind.NOT_ACCEPTED, "This is not " + what + ".");
  }
}
