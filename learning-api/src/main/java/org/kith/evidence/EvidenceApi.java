package org.kith.evidence;

import static org.kith.access.Entry.Whose.CYCLES;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.Json;
import org.kith.http.JsonBody;
import org.kith.http.Operation;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Says;
import org.kith.learning.Library;
import org.kith.people.Person;
import org.kith.reflections.Reading;
import org.kith.store.Store;

/** {@code /api/v1/cycles/{id}/evidence}: what a cycle looks at. {@link Pinning} decides. */
public final class EvidenceApi {
  private static final String ALL = "/api/v1/cycles/{id}/evidence";
  private static final String ONE = ALL + "/{pin}";

  private final Pinning pinning;
  private final Reading reading;

  private EvidenceApi(Pinning pinning, Reading reading) {
    this.pinning = pinning;
    this.reading = reading;
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, Store store, Library library, Clock clock) {
    EvidenceApi api =
        new EvidenceApi(new Pinning(store, library, clock), new Reading(store, clock));
    Entry cycles = Entry.signedIn(CYCLES);
    doors.get(
        ALL,
        cycles,
        Operation.asks("evidence", "What a cycle looks at, the latest first.", LookedAtAll.class),
        api::all);
    doors.post(
        ALL,
        cycles,
        Operation.takes(
            "pin", "Pins something to be looked at.", NewLook.class, LookedAt.class),
        api::keep);
    doors.post(
        ALL + "/files",
        cycles,
        Operation.asks(
            "pinFile",
            "Pins a file of at most 1 MB, sent as multipart/form-data: id, words, experiment, file.",
            LookedAt.class),
        api::keepFile);
    doors.get(
        ONE,
        cycles,
        Operation.asks(
            "pinned", "One thing that is looked at, and whether it still is as it was.",
            LookedAt.class),
        api::one);
    doors.get(
        ONE + "/file",
        cycles,
        Operation.asks("pinnedFile", "The file that was pinned.", null),
        (ctx, visitor) ->
            send(ctx, api.pinning.file(visitor.me(), ctx.pathParam("id"), ctx.pathParam("pin"))));
    doors.delete(
        ONE,
        cycles,
        Operation.asks("unpin", "Takes it off the page; it stays in the record.", null),
        (ctx, visitor) -> {
          api.pinning.takeOff(visitor.me(), ctx.pathParam("id"), ctx.pathParam("pin"));
          ctx.status(204);
        });
    doors.put(
        ONE + "/page",
        cycles,
        Operation.asks("pinAgain", "Puts it back on the page.", null),
        (ctx, visitor) -> {
          api.pinning.putBack(visitor.me(), ctx.pathParam("id"), ctx.pathParam("pin"));
          ctx.status(204);
        });
    doors.put(
        ONE + "/decisions/{decision}",
        cycles,
        Operation.asks("restOn", "Lets a decision of the cycle rest on it.", null),
        (ctx, visitor) -> {
          api.pinning.rest(
              visitor.me(),
              ctx.pathParam("id"),
              ctx.pathParam("pin"),
              ctx.pathParam("decision"));
          ctx.status(204);
        });
  }

  /** What somebody sends to have something looked at. */
  record NewLook(
      @Says(value = "A UUID made by the sender, so that sending twice keeps it once.", nullable = true)
          String id,
      @Says("indicator, theme, reflection, note, link or judgement.") String kind,
      @Says(value = "Of an indicator or theme: the snapshot.", nullable = true) String snapshot,
      @Says(value = "Address of an indicator, or a theme's id.", nullable = true) String figure,
      @Says(value = "Id of a reflection that is shared with the cycle.", nullable = true)
          String reflection,
      @Says(value = "Of a link: where it leads, https only.", nullable = true) String address,
      @Says("Why it is looked at; of a note or a judgement, all of it.") String words,
      @Says(value = "Id of the experiment it was seen in.", nullable = true) String experiment) {
    NewPin pin() {
      return new NewPin(
          id == null ? UUID.randomUUID().toString() : id,
          Pin.Kind.of(kind).orElse(null),
          snapshot,
          figure,
          reflection,
          address,
          words,
          experiment,
          null);
    }
  }

  /** Everything a cycle looks at. */
  @Says("What a cycle looks at, the latest first.")
  record LookedAtAll(@Says("One after the other.") List<LookedAt> evidence) {}

  /** One thing that is looked at. */
  @Says("One thing that is looked at.")
  record LookedAt(
      @Says("Its id.") String id,
      @Says("indicator, theme, reflection, note, link, file or judgement.") String kind,
      @Says("Why it is looked at; of a note or a judgement, all of it.") String words,
      @Says("The voice of who pinned it.") String voice,
      @Says("Whether you pinned it.") boolean yours,
      @Says("When it was pinned, ISO 8601.") String at,
      @Says("Whether it is on the page, or in the record only.") boolean onThePage,
      @Says(value = "The snapshot it comes from.", nullable = true) String snapshot,
      @Says(value = "Address of the indicator in it, or the theme's id.", nullable = true)
          String figure,
      @Says(
              value =
                  "SHA-256 of the API's answer when it was pinned; null when it is an"
                      + " organisation's own and not yours.",
              nullable = true)
          String sha256,
      @Says(value = "Whether it still is what it was.", nullable = true) PinCheck check,
      @Says(value = "Id of the reflection, if you can read it.", nullable = true)
          String reflection,
      @Says("What was written in the reflection, if you can read it.") List<String> said,
      @Says(value = "Where a link leads.", nullable = true) String address,
      @Says(value = "Name of a file.", nullable = true) String file,
      @Says(value = "Id of the experiment it was seen in.", nullable = true)
          String experiment) {}

  /** Whether it still is what it was. */
  @Says("Whether it still is what it was.")
  record PinCheck(
      @Says("The same to the byte, from the files that were published.") boolean same,
      @Says(value = "SHA-256 of the answer built again.", nullable = true) String now,
      @Says("Files of the snapshot that are not those that were published.")
          List<String> changed) {}

  private LookedAt answer(Person me, Seen seen, boolean checked) {
    Pin pin = seen.pin();
    boolean drawn = pin.drawnFor(me);
    Check check = checked ? pinning.check(pin) : null;
    boolean readable = seen.said() != null && seen.said().readable();
    return new LookedAt(
        pin.id(),
        pin.kind().id(),
        pin.words(),
        pin.voice().id(),
        seen.yours(),
        Instant.ofEpochMilli(pin.at()).toString(),
        seen.onThePage(),
        pin.snapshot(),
        pin.figure(),
        drawn ? pin.sha256() : null,
        check == null
            ? null
            : new PinCheck(check.same(), drawn ? check.now() : null, check.changed()),
        readable ? pin.reflection() : null,
        readable ? seen.said().answers() : List.of(),
        pin.address(),
        pin.file(),
        pin.experiment());
  }

  private void all(Context ctx, Visitor visitor) {
    List<Seen> all = pinning.all(visitor.me(), ctx.pathParam("id"));
    reading.excerpts(visitor.me(), Set.of(), Seen.opened(all));
    json(ctx, new LookedAtAll(all.stream().map(s -> answer(visitor.me(), s, false)).toList()));
  }

  private void one(Context ctx, Visitor visitor) {
    answer(ctx, visitor.me(), ctx.pathParam("pin"));
  }

  private void answer(Context ctx, Person me, String pin) {
    Seen seen = pinning.one(me, ctx.pathParam("id"), pin);
    reading.excerpts(me, Set.of(), Seen.opened(List.of(seen)));
    json(ctx, answer(me, seen, true));
  }

  private void keep(Context ctx, Visitor visitor) {
    pinning.needed(visitor.me(), ctx.pathParam("id"));
    NewPin pin = JsonBody.read(ctx, NewLook.class, "something to look at").pin();
    pinning.keep(visitor.me(), ctx.pathParam("id"), pin);
    ctx.status(201);
    answer(ctx, visitor.me(), pin.id());
  }

  private void keepFile(Context ctx, Visitor visitor) {
    pinning.needed(visitor.me(), ctx.pathParam("id"));
    Form form = Form.of(ctx);
    NewPin pin =
        new NewPin(
            form.id(),
            Pin.Kind.FILE,
            null,
            null,
            null,
            null,
            form.words("words"),
            form.words("experiment"),
            attached(ctx));
    pinning.keep(visitor.me(), ctx.pathParam("id"), pin);
    ctx.status(201);
    answer(ctx, visitor.me(), pin.id());
  }

  private static void json(Context ctx, Object answer) {
    ctx.contentType("application/json").result(Json.of(answer));
  }

  /**
   * The file of a form; null when none was chosen.
   *
   * @throws ProblemException if it is not one that is kept
   */
  public static Attached attached(Context ctx) {
    String type = String.valueOf(ctx.contentType());
    UploadedFile file =
        type.startsWith("multipart/form-data") ? ctx.uploadedFile("file") : null;
    if (file == null || file.size() == 0) {
      return null;
    }
    try (InputStream in = file.content()) {
      return Attached.of(file.filename(), in.readNBytes(Attached.MOST_BYTES + 1));
    } catch (IOException e) {
      throw ProblemException.of(
          Problem.Kind.BAD_REQUEST, "The file did not arrive whole. Send it again.");
    }
  }

  /** Sends a file to be kept on a disk, never to be opened as a page of this server. */
  public static void send(Context ctx, Attached file) {
    ctx.header("Content-Disposition", "attachment; " + named(file.name()));
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(file.type()).result(file.bytes());
  }

  /** The name for old programs, and in full for others (RFC 6266, RFC 8187). */
  private static String named(String name) {
    StringBuilder full = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
      full.append(plain || b == '.' || b == '-' || b == '_' ? "" + (char) b : "%%%02X".formatted(b));
    }
    return "filename=\""
        + name.replaceAll("[^A-Za-z0-9._ -]", "_")
        + "\"; filename*=UTF-8''"
        + full;
  }
}
