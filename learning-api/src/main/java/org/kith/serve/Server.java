package org.kith.serve;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.api.Api;
import org.kith.api.Problem;
import org.kith.api.ProblemException;
import org.kith.learning.Library;
import org.kith.pages.ExportPages;
import org.kith.pages.Pages;
import org.kith.portfolio.PortfolioApi;
import org.kith.reflections.ReflectionsApi;
import org.kith.signin.Sessions;
import org.kith.store.Store;

/** The server: health, the API, the pages, and what holds for all of them. */
public final class Server implements AutoCloseable {
  private static final int GZIP_LEVEL = 6;
  private static final int THREADS = 32;

  private final Javalin javalin;

  private Server(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts.
   *
   * @param store of people and reflections; the caller closes it
   * @param host address to bind to
   * @param port to listen on; 0 for any that is free
   * @param version of Kith
   * @param incidents numbers for problems, each used once
   * @throws io.javalin.util.JavalinBindException if the port is in use
   */
  public static Server start(
      Library library,
      Store store,
      String host,
      int port,
      String version,
      Supplier<String> incidents) {
    Problems problems = new Problems(incidents);
    Hosts hosts = Hosts.of(host);
    Pages pages = Pages.of(() -> library, incidents);
    Clock clock = Clock.systemUTC();
    Sessions sessions = new Sessions(store, clock);
    return new Server(
        Javalin.create(
                config -> {
                  settings(config, host, port, problems);
                  before(config.routes, hosts);
                  Doors doors = new Doors(config.routes, sessions::visitor);
                  doors.get("/health", Entry.ANYONE, (ctx, visitor) -> health(ctx, library));
                  Api.doors(doors, library, version);
                  pages.doors(doors, Api.guide(version));
                  PortfolioApi.doors(doors, store, clock, library.workspace());
                  ExportPages.doors(doors, pages.writer());
                  ReflectionsApi.doors(doors, store, clock);
                  problems(config.routes, problems, pages);
                })
            .start());
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Stops, once the requests under way are answered. */
  @Override
  public void close() {
    javalin.stop();
  }

  private static void settings(JavalinConfig config, String host, int port, Problems problems) {
    config.jetty.host = host;
    config.jetty.port = port;
    config.jetty.modifyHttpConfiguration(
        (HttpConfiguration http) -> {
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
        });
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(problems.ofServer());
          server.setStopTimeout(3_000);
        });
    config.jetty.threadPool = pool();
    config.concurrency.useVirtualThreads = false;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL), null);
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
  }

  private static QueuedThreadPool pool() {
    var pool = new QueuedThreadPool(THREADS, 4);
    pool.setName("serve");
    return pool;
  }

  private static void before(RoutesConfig routes, Hosts hosts) {
    routes.before(
        ctx -> {
          Headers.add(ctx);
          if (!hosts.know(ctx.header("Host"))) {
            throw ProblemException.of(
                Problem.Kind.WRONG_HOST,
                "Open it as http://127.0.0.1 or http://localhost on the machine it runs on.");
          }
        });
  }

  private static void health(Context ctx, Library library) {
    ctx.header("Cache-Control", "no-store");
    ctx.json(Map.of("status", "up", "snapshot", library.current().snapshot()));
  }

  private static void problems(RoutesConfig routes, Problems problems, Pages pages) {
    routes.exception(
        ProblemException.class, (e, ctx) -> problems.write(ctx, e.kind(), e.getMessage()));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) ->
            problems.write(
                ctx,
                Problem.Kind.of(e.getStatus()),
                Problems.detail(Problem.Kind.of(e.getStatus()))));
    routes.exception(Exception.class, (e, ctx) -> problems.broken(ctx, e));
    routes.error(
        404,
        ctx -> {
          if (ctx.path().equals("/api") || ctx.path().startsWith("/api/")) {
            problems.missed(ctx, Problem.Kind.NOT_FOUND);
          } else {
            pages.notFound(ctx);
          }
        });
    routes.error(405, ctx -> problems.missed(ctx, Problem.Kind.NOT_ALLOWED));
  }
}
