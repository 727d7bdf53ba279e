package org.kith.serve;

import io.javalin.util.JavalinBindException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kith.access.Site;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.learning.Viewer;
import org.kith.published.OrganisationRow;
import org.kith.signin.Council;
import org.kith.store.Store;
import org.kith.store.StoreException;
import org.kith.workspace.SettingsFile;
import org.kith.workspace.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith serve}: shows the published snapshot in a browser. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what was published in a browser.",
      "People who sign in see what their organisation may see, and write. Whoever has not signed in"
          + " sees what the organisation given with --as may see; so --as is for this machine only."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped",
      "1:nothing is published yet, or it cannot be read",
      "2:wrong usage, such as an unknown organisation or a port in use"
    })
public final class ServeCommand implements Callable<Integer> {
  private static final int NOTHING_TO_SHOW = 1;
  private static final int WRONG_USAGE = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder with kith.yaml (default: this one).")
  private Path workspace;

  @Option(
      names = "--as",
      paramLabel = "ORGANISATION",
      description =
          "Id of the organisation that is looking; it sees its own numbers. Without it, only what"
              + " people said together is shown.")
  private String organisation;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7070",
      description = "Port to listen on; 0 takes any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String host;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description =
          "The https address by which people come, where a server that speaks TLS stands in front:"
              + " https://kith.example.org.")
  private String address;

  private ServeCommand() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  /** The command line, for tests and for the help. */
  public static CommandLine line() {
    return new CommandLine(new ServeCommand());
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Workspace folder = new Workspace(workspace);
    Site site;
    try {
      site = site();
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.flush();
      return WRONG_USAGE;
    }
    try {
      Library library =
          Library.open(folder, organisation == null ? Viewer.NOBODY : Viewer.of(organisation));
      if (organisation != null && library.current().mine().isEmpty()) {
        err.println(unknown(library.current()));
        err.flush();
        return WRONG_USAGE;
      }
      return serve(library, folder, site);
    } catch (FileNotFoundException e) {
      err.println(e.getMessage());
      err.flush();
      return NOTHING_TO_SHOW;
    } catch (StoreException e) {
      err.println(e.getMessage());
      err.flush();
      return WRONG_USAGE;
    } catch (IOException e) {
      err.println("The snapshot in " + folder.published() + " cannot be read: " + e.getMessage());
      err.flush();
      return NOTHING_TO_SHOW;
    }
  }

  /** Where people find it; refused where that would show more than it should, or unencrypted. */
  private Site site() {
    Site site = address == null ? Site.THIS_MACHINE : Site.of(address);
    if (address == null && !Hosts.loopback(host)) {
      throw new IllegalArgumentException(
          "--host "
              + host
              + " can be reached from other machines, and passphrases must not cross a network"
              + " unencrypted. Put a server that speaks TLS in front, and say by which address"
              + " people come: --address https://kith.example.org.");
    }
    if (organisation != null && (site.secure() || !Hosts.loopback(host))) {
      throw new IllegalArgumentException(
          "--as shows an organisation's own numbers to whoever opens the address, so it is for this"
              + " machine only. Leave it out: people sign in, and see what their organisation may"
              + " see.");
    }
    return site;
  }

  private int serve(Library library, Workspace folder, Site site) throws IOException {
    if (taken()) {
      return inUse();
    }
    Clock clock = Clock.systemUTC();
    Council council =
        Council.of(
            SettingsFile.read(folder.settings()).signIn(), System.getenv(Council.SECRET), clock);
    Server.Stand stand = new Server.Stand(host, port, site, clock, council);
    try (Store store = Store.of(folder);
        Server server = Server.start(library, store, stand, version(library), incidents())) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(welcome(library.current(), "http://" + host + ":" + server.port() + "/"));
      out.flush();
      warmUp(library.current(), store, server.port());
      untilStopped(server);
      return 0;
    } catch (JavalinBindException e) {
      return inUse();
    }
  }

  /** Looks first, so that the usual case is told in one line; the server would log it at length. */
  private boolean taken() {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return !probe.isBound();
    } catch (IOException e) {
      return true;
    }
  }

  private int inUse() {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "Port "
            + port
            + " on "
            + host
            + " is in use. Stop what uses it, or choose another:"
            + " --port "
            + (port + 1));
    err.flush();
    return WRONG_USAGE;
  }

  private String welcome(View view, String address) {
    String who =
        view.mine()
            .map(o -> "You are here as " + o.name() + " (" + o.organisation() + ").")
            .orElse(
                "Whoever has not signed in sees people together only. Who signs in sees what their"
                    + " organisation may see; ./kith invite makes the first link.");
    String first =
        view.constructs().stream()
            .findFirst()
            .map(c -> "  " + address + "constructs/" + c.construct() + "  what people said\n")
            .orElse("");
    return view.manifest().workspace()
        + ", snapshot "
        + view.snapshot()
        + "\n"
        + who
        + "\n\nLook first at\n  "
        + address
        + "  what this is and what changed\n"
        + first
        + "  "
        + address
        + "api  the same for programs\n\nStop with Ctrl-C.";
  }

  private String unknown(View view) {
    List<String> ids =
        view.organisations().stream().map(OrganisationRow::organisation).sorted().toList();
    return ids.stream()
        .collect(
            Collectors.joining(
                "\n  ",
                "There is no organisation '"
                    + organisation
                    + "' in this snapshot. Those there"
                    + " are:\n  ",
                ""));
  }

  /**
   * Asks for what most people look at first, beside everything else, so that the first of them does
   * not wait for classes and templates to be loaded.
   */
  private void warmUp(View view, Store store, int onPort) {
    List<String> first = new ArrayList<>(List.of("/", "/constructs"));
    view.constructs().stream().limit(1).forEach(c -> first.add("/constructs/" + c.construct()));
    Thread warm =
        new Thread(
            () -> {
              store.read(
                  h -> h.createQuery("select count(*) from session").mapTo(Long.class).one());
              for (String address : first) {
                try (InputStream in =
                    URI.create("http://" + host + ":" + onPort + address).toURL().openStream()) {
                  in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                  // Whoever asks for it will be told; nothing rests on this.
                  return;
                }
              }
            },
            "warm-up");
    warm.setDaemon(true);
    warm.start();
  }

  /** Waits until the process is asked to stop; then closes the server before it ends. */
  private static void untilStopped(Server server) {
    CountDownLatch never = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String version(Library library) {
    String own = ServeCommand.class.getPackage().getImplementationVersion();
    return own == null ? library.current().manifest().version() : own;
  }

  private static Supplier<String> incidents() {
    SecureRandom random = new SecureRandom();
    return () -> String.format("%08x", random.nextInt());
  }
}
