package org.kith.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.kith.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with a problem and writes its number to the log. Neither says anything of the request
 * that could point at a person, nor of the program's inside.
 */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOTHING_HERE =
      "There is nothing at this address. Start at / or /api.";
  private static final String TRY_AGAIN =
      "Try again. If it stays so, tell whoever runs this and quote the number.";

  private final Supplier<String> incidents;

  /**
   * Problems with numbers of their own.
   *
   * @param incidents numbers, each used once
   */
  Problems(Supplier<String> incidents) {
    this.incidents = incidents;
  }

  /** Answers with a problem whose detail is fit to be shown. */
  void write(Context ctx, Problem.Kind kind, String detail) {
    Problem problem = Problem.of(kind, detail, incidents.get());
    LOG.warn("Incident {}: {} {}", problem.incident(), problem.status(), kind.id());
    send(ctx, kind, problem);
  }

  /** Writes to the log that something was refused, for an answer that somebody else gives. */
  String noted(Problem.Kind kind) {
    return logged(kind).incident();
  }

  private static void send(Context ctx, Problem.Kind kind, Problem problem) {
    ctx.status(kind.status());
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(Problem.MEDIA_TYPE).result(bytes(problem));
  }

  /** Answers when nothing else has: no such address, or not for this method. */
  void missed(Context ctx, Problem.Kind kind) {
    if (!Problem.MEDIA_TYPE.equals(ctx.res().getContentType())) {
      write(ctx, kind, detail(kind));
    }
  }

  /** Answers when the program is at fault; only the log says how. */
  void broken(Context ctx, Exception fault) {
    Problem problem = Problem.of(Problem.Kind.BROKEN, TRY_AGAIN, incidents.get());
    LOG.error("Incident {}", problem.incident(), fault);
    send(ctx, Problem.Kind.BROKEN, problem);
  }

  static String detail(Problem.Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> NOTHING_HERE;
      case BROKEN -> TRY_AGAIN;
      case NOT_ALLOWED -> "Ask with GET. Nothing can be changed here.";
      default -> "Look at /api for what can be asked.";
    };
  }

  /** For requests that never reach an address, such as one whose path cannot be read. */
  ErrorHandler ofServer() {
    return new ErrorHandler() {
      @Override
      protected void generateResponse(
          Request request,
          Response response,
          int code,
          String message,
          Throwable cause,
          Callback callback) {
        Problem.Kind kind = Problem.Kind.of(code);
        response.setStatus(kind.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Headers.ALL.forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(bytes(logged(kind))), callback);
      }
    };
  }

  private Problem logged(Problem.Kind kind) {
    Problem problem = Problem.of(kind, detail(kind), incidents.get());
    LOG.warn("Incident {}: {} {}", problem.incident(), problem.status(), kind.id());
    return problem;
  }

  private static byte[] bytes(Problem problem) {
    try {
      return JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem holds only text and a number.", e);
    }
  }
}
