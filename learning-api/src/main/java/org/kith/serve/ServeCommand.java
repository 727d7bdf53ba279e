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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.learning.Viewer;
import org.kith.published.OrganisationRow;
import org.kith.store.Store;
import org.kith.store.StoreException;
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
      "Until there is sign-in, whoever opens the address sees what the organisation given with --as"
          + " may see; so it can be reached from this machine only."
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
    try {
      Library library =
          Library.open(folder, organisation == null ? Viewer.NOBODY : Viewer.of(organisation));
      if (organisation != null && library.current().mine().isEmpty()) {
        err.println(unknown(library.current()));
        err.flush();
        return WRONG_USAGE;
      }
      return serve(library, folder);
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

  private int serve(Library library, Workspace folder) throws IOException {
    if (taken()) {
      return inUse();
    }
    try (Store store = Store.of(folder);
        Server server = Server.start(library, store, host, port, version(library), incidents())) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(welcome(library.current(), "http://" + host + ":" + server.port() + "/"));
      out.flush();
      warmUp(library.current(), server.port());
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
                "Nobody in particular is looking, so people are shown together only. With --as"
                    + " ORGANISATION an organisation sees its own numbers.");
    String first =
        view.constructs().stream()
            .findFirst()
            .map(c -> "  " + address + "constructs/" + c.construct() + "  what people said\n")
            .orElse("");
    String open =
        Hosts.loopback(host)
            ? ""
            : "\nThere is no sign-in yet: everyone who can reach " + host + " sees this.";
    return view.manifest().workspace()
        + ", snapshot "
        + view.snapshot()
        + "\n"
        + who
        + open
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
  private void warmUp(View view, int onPort) {
    List<String> first = new ArrayList<>(List.of("/", "/constructs"));
    view.constructs().stream().limit(1).forEach(c -> first.add("/constructs/" + c.construct()));
    Thread warm =
        new Thread(
            () -> {
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
