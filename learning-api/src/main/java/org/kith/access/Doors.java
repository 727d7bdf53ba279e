package org.kith.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kith.http.Operation;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/**
 * The only way to give the server an address. Each is listed with who may use it, and the same list
 * is the published matrix, so what is said and what is done cannot part.
 *
 * <p>A change needs two things that a page elsewhere cannot give: the browser's own word that the
 * request comes from here, and the session's secret, in the header {@value #CSRF_HEADER} or the
 * form field {@value #CSRF_FIELD}.
 */
public final class Doors {
  /** Header that carries the session's secret. */
  public static final String CSRF_HEADER = "X-Kith-Csrf";

  /** Form field that carries the session's secret. */
  public static final String CSRF_FIELD = "csrf";

  /**
   * One address.
   *
   * @param operation what it does for programs, or null where it answers people, or is described
   *     elsewhere
   */
  public record Door(HandlerType method, String path, Entry entry, Operation operation) {
    /** The method as it is written, such as GET. */
    public String verb() {
      return method.name();
    }
  }

  /** What answers, knowing who asks. */
  @FunctionalInterface
  public interface Answer {
    /** Answers. */
    void to(Context ctx, Visitor visitor) throws Exception;
  }

  private static final Set<HandlerType> CHANGES =
      Set.of(HandlerType.POST, HandlerType.PUT, HandlerType.DELETE, HandlerType.PATCH);

  private final JavalinDefaultRoutingApi routes;
  private final Function<Context, Visitor> whoIs;
  private final Site site;
  private final List<Door> all = new ArrayList<>();

  /**
   * Doors of a server.
   *
   * @param whoIs finds out who sent a request
   * @param site where people find the server, which is where its own pages come from
   */
  public Doors(JavalinDefaultRoutingApi routes, Function<Context, Visitor> whoIs, Site site) {
    this.routes = routes;
    this.whoIs = whoIs;
    this.site = site;
  }

  /** Doors of a server that nobody can sign in to. */
  public static Doors withoutSignIn(JavalinDefaultRoutingApi routes) {
    return new Doors(routes, ctx -> Visitor.UNKNOWN, Site.THIS_MACHINE);
  }

  /** Every address added so far, in that order. */
  public List<Door> all() {
    return Collections.unmodifiableList(all);
  }

  /** An address that shows something. HEAD answers as GET does, without the body. */
  public void get(String path, Entry entry, Answer answer) {
    add(HandlerType.GET, path, entry, answer);
    routes.head(path, handler(entry, answer));
  }

  /** An address of the API that shows something. */
  public void get(String path, Entry entry, Operation operation, Answer answer) {
    add(HandlerType.GET, path, entry, operation, answer);
    routes.head(path, handler(entry, answer));
  }

  /** An address of the API that takes something new. */
  public void post(String path, Entry entry, Operation operation, Answer answer) {
    add(HandlerType.POST, path, entry, operation, answer);
  }

  /** An address of the API that puts something in the place of what was there. */
  public void put(String path, Entry entry, Operation operation, Answer answer) {
    add(HandlerType.PUT, path, entry, operation, answer);
  }

  /** An address of the API that takes something away. */
  public void delete(String path, Entry entry, Operation operation, Answer answer) {
    add(HandlerType.DELETE, path, entry, operation, answer);
  }

  /** An address that takes something new. */
  public void post(String path, Entry entry, Answer answer) {
    add(HandlerType.POST, path, entry, answer);
  }

  /** An address that puts something in the place of what was there. */
  public void put(String path, Entry entry, Answer answer) {
    add(HandlerType.PUT, path, entry, answer);
  }

  /** An address that takes something away. */
  public void delete(String path, Entry entry, Answer answer) {
    add(HandlerType.DELETE, path, entry, answer);
  }

  private void add(HandlerType method, String path, Entry entry, Answer answer) {
    add(method, path, entry, null, answer);
  }

  private void add(
      HandlerType method, String path, Entry entry, Operation operation, Answer answer) {
    all.add(new Door(method, path, entry, operation));
    routes.addHttpHandler(method, path, handler(entry, answer));
  }

  private Handler handler(Entry entry, Answer answer) {
    return ctx -> {
      Visitor visitor = whoIs.apply(ctx);
      visitor.knownTo(ctx);
      if (!entry.anyone() && !visitor.signedIn()) {
        refuseStranger(ctx);
        return;
      }
      if (!entry.anyone() && !entry.admits(visitor.me().roles())) {
        throw ProblemException.of(
            Problem.Kind.NOT_FOR_YOU,
            "This is open to: " + entry.names() + ". A steward can give you a role.");
      }
      if (CHANGES.contains(ctx.method())) {
        refuseForeign(ctx, visitor);
      }
      if (!entry.anyone()) {
        ctx.header("Cache-Control", "no-store");
      }
      answer.to(ctx, visitor);
    };
  }

  /** A person is shown where to sign in and brought back after; a program is told. */
  private static void refuseStranger(Context ctx) {
    boolean page = ctx.method().equals(HandlerType.GET) && !ctx.path().startsWith("/api/");
    if (!page) {
      throw ProblemException.of(Problem.Kind.NOT_SIGNED_IN, "Sign in at /sign-in first.");
    }
    String back = ctx.path() + Optional.ofNullable(ctx.queryString()).map(q -> "?" + q).orElse("");
    ctx.header("Cache-Control", "no-store");
    ctx.redirect("/sign-in?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }

  private void refuseForeign(Context ctx, Visitor visitor) {
    if (!fromHere(ctx, visitor) || (visitor.signedIn() && !carries(ctx, visitor.csrf()))) {
      throw ProblemException.of(
          Problem.Kind.NOT_FROM_HERE, "Open the page again and send it from there.");
    }
  }

  /**
   * The browser's word. Pages of this server name no address when they link elsewhere, and so some
   * browsers write {@code null} for where their forms come from; that is believed only beside the
   * plain word that it is the same origin or, from browsers that do not say it, beside the
   * session's secret.
   */
  private boolean fromHere(Context ctx, Visitor visitor) {
    String where = ctx.header("Sec-Fetch-Site");
    String origin = ctx.header("Origin");
    if (where != null && !where.equals("same-origin") && !where.equals("none")) {
      return false;
    }
    if ("null".equals(origin)) {
      return "same-origin".equals(where) || (where == null && visitor.signedIn());
    }
    return origin == null || origin.equals(site.origin(ctx));
  }

  private static boolean carries(Context ctx, String csrf) {
    String given = ctx.header(CSRF_HEADER);
    if (given == null && form(ctx)) {
      given = ctx.formParam(CSRF_FIELD);
    }
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), csrf.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean form(Context ctx) {
    String type = String.valueOf(ctx.contentType());
    return type.startsWith("application/x-www-form-urlencoded")
        || type.startsWith("multipart/form-data");
  }
}
