package org.kith.serve;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Site;
import org.kith.access.Visitor;
import org.kith.account.AccountApi;
import org.kith.account.AccountFiles;
import org.kith.account.Accounts;
import org.kith.account.DatesAndNews;
import org.kith.account.Pictures;
import org.kith.api.Api;
import org.kith.behaviours.BehavioursApi;
import org.kith.cycles.CyclesApi;
import org.kith.cycles.Mark;
import org.kith.decisions.DecisionsApi;
import org.kith.decisions.OutcomesApi;
import org.kith.decisions.Pinning;
import org.kith.exports.ExportsApi;
import org.kith.exports.Shelf;
import org.kith.http.ClashException;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.learning.Library;
import org.kith.memory.Memory;
import org.kith.pages.DownloadsPages;
import org.kith.pages.ExportPages;
import org.kith.pages.ImportPages;
import org.kith.pages.MatrixPages;
import org.kith.pages.MePages;
import org.kith.pages.MinePages;
import org.kith.pages.PackPictures;
import org.kith.pages.Pages;
import org.kith.pages.PeoplePages;
import org.kith.pages.SearchPages;
import org.kith.pages.SignInPages;
import org.kith.pages.ThemesPages;
import org.kith.pages.WritePages;
import org.kith.pages.account.AccountPages;
import org.kith.pages.behaviours.BehavioursPages;
import org.kith.pages.cycles.CyclesPages;
import org.kith.pages.cycles.Similar;
import org.kith.pages.evidence.EvidencePages;
import org.kith.pages.evidence.LearningPages;
import org.kith.pages.residents.ContestPages;
import org.kith.pages.residents.ResidentPages;
import org.kith.pages.residents.SharingPages;
import org.kith.pages.reviews.ReviewPages;
import org.kith.pages.room.DecidePages;
import org.kith.pages.room.RoomPages;
import org.kith.pages.ties.TiesPages;
import org.kith.portfolio.PortfolioApi;
import org.kith.prompts.Prompts;
import org.kith.published.OrganisationRow;
import org.kith.reflections.LogApi;
import org.kith.reflections.ReflectionsApi;
import org.kith.residents.Codes;
import org.kith.residents.Contests;
import org.kith.residents.FromYou;
import org.kith.residents.ResidentsApi;
import org.kith.reviews.Packs;
import org.kith.reviews.ReviewsApi;
import org.kith.room.RoomApi;
import org.kith.search.Search;
import org.kith.signin.Council;
import org.kith.signin.MeApi;
import org.kith.signin.Sessions;
import org.kith.signin.SignIn;
import org.kith.store.Store;
import org.kith.ties.TiesApi;

/** The server: health, the API, the pages, and what holds for all of them. */
public final class Server implements AutoCloseable {
  private static final int GZIP_LEVEL = 6;

  /** As many may wait for somebody who reads slowly. A waiting thread costs little. */
  private static final int THREADS = 200;

  /** How long somebody may send or take nothing while a thread waits for it. */
  private static final int PATIENCE_MS = 10_000;

  /** So much of what is sent is taken in before a thread is given to it. */
  private static final int TAKEN_IN = 64 << 10;

  private final Javalin javalin;
  private final Doors doors;

  private Server(Javalin javalin, Doors doors) {
    this.javalin = javalin;
    this.doors = doors;
  }

  /**
   * Where a server stands and how people come to it.
   *
   * @param host address to bind to
   * @param port to listen on; 0 for any that is free
   * @param site where people find it
   * @param clock what the time is
   * @param council its own sign-in, or none
   */
  public record Stand(String host, int port, Site site, Clock clock, Council council) {
    /** On this machine, for people on this machine, who sign in with a passphrase. */
    public static Stand here(String host, int port) {
      Clock clock = Clock.systemUTC();
      return new Stand(host, port, Site.THIS_MACHINE, clock, Council.of(null, null, clock));
    }
  }

  /** Starts on this machine, for people on this machine. */
  public static Server start(
      Library library,
      Store store,
      String host,
      int port,
      String version,
      Supplier<String> incidents) {
    return start(library, store, Stand.here(host, port), version, incidents);
  }

  /**
   * Starts.
   *
   * @param store of people and reflections; the caller closes it
   * @param version of Kith
   * @param incidents numbers for problems, each used once
   * @throws io.javalin.util.JavalinBindException if the port is in use
   */
  public static Server start(
      Library library, Store store, Stand stand, String version, Supplier<String> incidents) {
    Problems problems = new Problems(incidents);
    Site site = stand.site();
    Hosts hosts = Hosts.of(stand.host(), site.host());
    Packs packs = Packs.sealing(library, store);
    Pages pages = Pages.of(() -> library, incidents);
    Shelf shelf = new Shelf(library);
    Clock clock = stand.clock();
    Sessions sessions = new Sessions(store, clock, site);
    SignIn signIn = new SignIn(store, clock, sessions);
    AtomicReference<Doors> all = new AtomicReference<>();
    Javalin javalin =
        Javalin.create(
                config -> {
                  settings(config, stand.host(), stand.port(), problems);
                  before(config.routes, hosts, site);
                  Doors doors = new Doors(config.routes, sessions::visitor, site);
                  all.set(doors);
                  doors.get("/health", Entry.ANYONE, (ctx, visitor) -> health(ctx, library));
                  Api.doors(doors, library, version);
                  ExportsApi.doors(doors, library, shelf);
                  DownloadsPages.doors(doors, pages.writer(), library, shelf);
                  accounts(doors, pages, store, stand, library);
                  pages.doors(doors, Api.guide(version));
                  residents(doors, pages, store, clock, library);
                  PortfolioApi.doors(doors, store, clock, library.workspace());
                  ExportPages.doors(doors, pages.writer());
                  MeApi.doors(doors);
                  SignInPages.doors(doors, pages.writer(), signIn, sessions, site, stand.council());
                  MePages.doors(
                      doors,
                      pages.writer(),
                      store,
                      signIn,
                      sessions,
                      site,
                      () -> organisations(library));
                  PeoplePages.doors(
                      doors, pages.writer(), store, clock, site, () -> organisations(library));
                  MatrixPages.doors(doors, pages.writer());
                  CyclesApi.doors(doors, store, clock);
                  CyclesPages.doors(doors, pages.writer(), store, clock, library, Server::similar);
                  ReflectionsApi.doors(doors, store, clock);
                  Search search = SearchPages.doors(doors, pages, store, clock);
                  config.routes.after("/sign-out", ctx -> search.forget(Visitor.of(ctx)));
                  ThemesPages.doors(doors, pages, store, clock, search);
                  WritePages.doors(doors, pages.writer(), store, clock, library.workspace());
                  ReviewPages.doors(doors, pages.writer(), store, clock, packs);
                  ReviewsApi.doors(doors, store, clock, packs);
                  ImportPages.doors(
                      doors, pages.writer(), store, clock, Prompts.of(library.workspace()));
                  TiesApi.doors(doors, store, clock);
                  TiesPages.doors(doors, pages.writer(), store, clock);
                  IntSupplier k = () -> library.current().manifest().disclosure().people();
                  BehavioursApi.doors(doors, store, clock, k);
                  BehavioursPages.doors(doors, pages.writer(), store, clock, k);
                  EvidencePages.doors(doors, pages.writer(), store, library, clock);
                  LearningPages.doors(doors, pages.writer(), store, library);
                  Pinning pinning = Pinning.of(packs);
                  RoomApi.doors(doors, store, clock, library);
                  DecisionsApi.doors(doors, store, clock, pinning);
                  OutcomesApi.doors(doors, store, clock);
                  RoomPages.doors(doors, pages.writer(), store, clock, library, packs::pack);
                  DecidePages.doors(doors, pages.writer(), store, clock, pinning);
                  // The last, because their {id} would take the place of a word.
                  LogApi.doors(doors, store, clock);
                  MinePages.doors(doors, pages.writer(), store, clock, library.workspace());
                  pages.marking(person -> store.read(h -> Mark.seenBy(h, person)));
                  pages.telling(person -> MinePages.news(store, clock, person));
                  pages.telling(store, clock);
                  problems(config.routes, problems, pages);
                })
            .start();
    return new Server(javalin, all.get());
  }

  /** Before the pages of reviews, because files of accounts and days end in what they take in. */
  private static void accounts(
      Doors doors, Pages pages, Store store, Stand stand, Library library) {
    Accounts accounts = new Accounts(store, stand.clock(), library);
    Pictures pictures = new PackPictures();
    AccountFiles.doors(doors, accounts.reading(), pictures);
    DatesAndNews.doors(doors, store, accounts, stand.site());
    AccountApi.doors(doors, accounts);
    AccountPages.doors(doors, pages.writer(), accounts, pictures);
  }

  private static void residents(
      Doors doors, Pages pages, Store store, Clock clock, Library library) {
    FromYou fromYou =
        new FromYou(
            store, clock, new Codes(library.workspace()), () -> library.current().constructs());
    ResidentsApi.doors(doors, store, clock, fromYou);
    ResidentPages.doors(doors, pages.writer(), fromYou, clock);
    ContestPages.doors(doors, pages.writer(), store, clock, fromYou);
    SharingPages.doors(doors, pages.writer(), store, clock);
    pages.contested(about -> store.read(h -> Contests.shown(h, about)));
  }

  private static List<OrganisationRow> organisations(Library library) {
    return library.current().organisations();
  }

  private static List<Similar.Learned> similar(Handle h, String words) {
    return Memory.similar(h, words).stream()
        .map(s -> new Similar.Learned(s.words(), s.where(), s.link()))
        .toList();
  }

  /** Every address, and who may use it. */
  List<Doors.Door> doors() {
    return doors.all();
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Stops, once the requests under way are answered, or are too slow to be waited for. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
    }
  }

  private static void settings(JavalinConfig config, String host, int port, Problems problems) {
    config.jetty.host = host;
    config.jetty.port = port;
    config.jetty.modifyHttpConfiguration(
        (HttpConfiguration http) -> {
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
          http.setIdleTimeout(PATIENCE_MS);
        });
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(problems.ofServer());
          server.setStopTimeout(3_000);
          server.setHandler(
              new EagerContentHandler(new RetainedContentLoaderFactory(TAKEN_IN, -1, false)));
        });
    // A file that is sent stays in memory; what people wrote is on no disk but the store's.
    config.jetty.multipartConfig.maxInMemoryFileSize(5, SizeUnit.MB);
    config.jetty.multipartConfig.maxFileSize(5, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(5, SizeUnit.MB);
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

  private static void before(RoutesConfig routes, Hosts hosts, Site site) {
    String right =
        site.origin().isEmpty()
            ? "http://127.0.0.1 or http://localhost on the machine it runs on"
            : site.origin();
    routes.before(
        ctx -> {
          Headers.add(ctx, site.secure());
          if (!hosts.know(ctx.header("Host"))) {
            throw ProblemException.of(Problem.Kind.WRONG_HOST, "Open it as " + right + ".");
          }
        });
  }

  private static void health(Context ctx, Library library) {
    ctx.header("Cache-Control", "no-store");
    ctx.json(Map.of("status", "up", "snapshot", library.current().snapshot()));
  }

  private static void problems(RoutesConfig routes, Problems problems, Pages pages) {
    routes.exception(
        ProblemException.class,
        (e, ctx) -> {
          if (forAPerson(ctx)) {
            pages.refused(ctx, e.kind(), e.getMessage(), problems.noted(e.kind()));
          } else {
            problems.write(ctx, e.kind(), e.getMessage());
          }
        });
    routes.exception(
        ClashException.class,
        (e, ctx) -> {
          if (ctx.path().startsWith("/api/")) {
            problems.write(ctx, Problem.Kind.CONFLICT, e.getMessage());
          } else {
            pages.clashed(ctx, e);
          }
        });
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

  /** Whether a browser asked, to show the answer, and not a script or a program. */
  private static boolean forAPerson(Context ctx) {
    return !ctx.path().startsWith("/api/")
        && String.valueOf(ctx.header("Accept")).contains("text/html");
  }
}
