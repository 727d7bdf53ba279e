package org.kith.reflections;

import static org.kith.access.Entry.Whose.AUTHORS;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.prompts.Known;
import org.kith.prompts.Prompts;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;
import org.kith.spotter.Spotter;
import org.kith.store.Store;

/** {@code /api/v1/reflections}: an author's own reflections. */
public final class ReflectionsApi {
  static final String ROOT = "/api/v1/reflections";

  private static final int MOST_BYTES = 256 * 1024;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Store store;
  private final Clock clock;

  private ReflectionsApi(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What a device sends. A receipt comes back with 201 the first time and 200 each time after.
   *
   * @param kind reflection, experiment or change; reflection when left out
   * @param audience me, team, cycle or counts; me when left out
   */
  record Sent(
      String id,
      String form,
      String kind,
      String happened,
      long written,
      List<Reflection.Answer> answers,
      List<Reflection.Tap> taps,
      String feeling,
      String audience,
      String team,
      String cycle,
      String follows,
      boolean quotable) {

    Reflection reflection() {
      return new Reflection(
          id,
          form,
          kind == null ? Kind.REFLECTION : Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
          happened,
          written,
          answers,
          taps,
          feeling,
          audience == null ? Audience.ME : Audience.of(audience),
          team,
          cycle,
          follows,
          quotable);
    }
  }

  /**
   * What comes back.
   *
   * @param flags what may tell who or where somebody is, for its author to look at once more;
   *     nothing is held back for it
   */
  record Arrived(
      String id, String receipt, long arrived, String audience, int version, List<Flag> flags) {}

  /**
   * Where something was found, never what.
   *
   * @param kind one of the spotter's kinds: name, phone, postcode and so on
   * @param prompt whose answer it is in
   * @param start index of its first character in that answer, counted as JavaScript counts
   * @param end index after its last
   */
  record Flag(String kind, String prompt, int start, int end) {
    static List<Flag> in(Reflection reflection) {
      return reflection.answers().stream()
          .flatMap(
              a ->
                  Spotter.spot(a.words()).stream()
                      .map(f -> new Flag(f.kind().id(), a.prompt(), f.start(), f.end())))
          .toList();
    }
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, Store store, Clock clock) {
    Known.remember(store, Prompts.shipped(), clock.millis());
    ReflectionsApi api = new ReflectionsApi(store, clock);
    doors.post(ROOT, Entry.signedIn(AUTHORS), api::keep);
  }

  private void keep(Context ctx, Visitor visitor) {
    Keeping.Result result = Keeping.keep(store, visitor.me(), read(ctx), clock.millis());
    Kept kept = result.kept();
    ctx.status(result.isNew() ? 201 : 200);
    ctx.json(
        new Arrived(
            kept.reflection().id(),
            kept.receipt(),
            kept.arrived(),
            kept.reflection().audience().id(),
            kept.version(),
            Flag.in(kept.reflection())));
  }

  private static Reflection read(Context ctx) {
    if (ctx.contentLength() > MOST_BYTES || ctx.bodyAsBytes().length > MOST_BYTES) {
      throw ProblemException.of(Problem.Kind.TOO_LARGE, "A reflection is at most 256 kB.");
    }
    try {
      return JSON.readValue(ctx.bodyAsBytes(), Sent.class).reflection();
    } catch (JacksonException e) {
      Throwable cause = e.getCause();
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          cause instanceof IllegalArgumentException
              ? cause.getMessage()
              : "This is not a reflection as /api describes it.");
    } catch (java.io.IOException e) {
      throw ProblemException.of(Problem.Kind.BAD_REQUEST, "The request could not be read.");
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, e.getMessage());
    }
  }
}
