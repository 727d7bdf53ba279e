package org.kith.signin;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.store.Store;
import org.kith.workspace.Organisation;
import org.kith.workspace.Workspace;
import org.kith.workspace.WorkspaceTables;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith invite}: makes the link with which somebody first signs in. */
@Command(
    name = "invite",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a link with which somebody sets a passphrase and signs in. It works once, for 7 days.",
      "The first steward is invited so; after that, stewards invite people on the page /people."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the link was printed", "2:wrong usage, such as an unknown team"})
public final class InviteCommand implements Callable<Integer> {
  /** Who did it, in the audit, where nobody was signed in. */
  static final String COMMAND_LINE = "command-line";

  private static final int WRONG_USAGE = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder with kith.yaml (default: this one).")
  private Path workspace;

  @Option(
      names = "--person",
      paramLabel = "ID",
      description = "Somebody who takes part already, such as one who forgot their passphrase.")
  private String person = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Somebody new: what they are called.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "practitioner, reviewer, researcher or steward; can be given more than once (default:"
              + " practitioner).")
  private List<String> roles = new ArrayList<>();

  @Option(
      names = "--organisation",
      paramLabel = "ID",
      description = "The organisation they belong to, as organisations.csv has it.")
  private String organisation = "";

  @Option(
      names = "--team",
      paramLabel = "ID",
      description =
          "A team they are in; it is made if --organisation is given and it is not there yet.")
  private List<String> teams = new ArrayList<>();

  @Option(
      names = "--cycle",
      paramLabel = "ID",
      description = "A learning cycle they take part in; it is made if it is not there yet.")
  private List<String> cycles = new ArrayList<>();

  @Option(
      names = "--sign-in-name",
      paramLabel = "NAME",
      description = "What they type to sign in (default: made of their name).")
  private String signInName = "";

  @Option(
      names = "--next",
      paramLabel = "PAGE",
      description = "The page they land on, such as /cycles (default: where everybody starts).")
  private String next = "";

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      defaultValue = "http://127.0.0.1:7070",
      description = "Where people find the server, for the link (default: ${DEFAULT-VALUE}).")
  private String address;

  private InviteCommand() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  /** The command line, for tests and for the help. */
  public static CommandLine line() {
    return new CommandLine(new InviteCommand());
  }

  @Override
  public Integer call() {
    Workspace folder = new Workspace(workspace);
    try {
      if (person.isEmpty() == name.isEmpty()) {
        throw new IllegalArgumentException(
            "Give --name for somebody new, or --person for somebody who takes part already.");
      }
      if (!organisation.isEmpty()) {
        known(folder);
      }
      try (Store store = Store.of(folder)) {
        long now = Clock.systemUTC().millis();
        String link = store.write(h -> invite(h, now));
        PrintWriter out = spec.commandLine().getOut();
        out.println(link);
        out.flush();
        return 0;
      }
    } catch (IllegalArgumentException | IOException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.getMessage());
      err.flush();
      return WRONG_USAGE;
    }
  }

  private void known(Workspace folder) {
    List<String> ids =
        WorkspaceTables.organisations(folder.organisations()).stream()
            .map(Organisation::id)
            .sorted()
            .toList();
    if (!ids.contains(organisation)) {
      throw new IllegalArgumentException(
          "There is no organisation '%s'. Those there are: %s."
              .formatted(organisation, String.join(", ", ids)));
    }
  }

  private String invite(Handle h, long now) {
    String id = person.isEmpty() ? add(h, now) : person;
    Person invited =
        People.find(h, id)
            .orElseThrow(
                () -> new IllegalArgumentException("There is nobody with the id " + id + "."));
    String token = Invitations.invite(h, COMMAND_LINE, id, signInName, now);
    return "%s, who signs in as %s, opens this link within 7 days. It works once.\n%s/invitation/%s%s"
        .formatted(
            invited.name(),
            Invitations.signInName(h, id).orElseThrow(),
            address.replaceAll("/+$", ""),
            token,
            next.isEmpty() ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
  }

  private String add(Handle h, long now) {
    Set<Role> given = EnumSet.noneOf(Role.class);
    roles.forEach(r -> given.add(Role.of(r)));
    if (given.isEmpty()) {
      given.add(Role.PRACTITIONER);
    }
    for (String team : teams) {
      if (!People.isTeam(h, team)) {
        if (organisation.isEmpty()) {
          throw new IllegalArgumentException(
              "There is no team '%s'. With --organisation it is made.".formatted(team));
        }
        People.addTeam(h, team, team, organisation, now);
      }
    }
    for (String cycle : cycles) {
      if (!People.isCycle(h, cycle)) {
        People.addCycle(h, cycle, cycle, now);
      }
    }
    Person added =
        new Person(
            UUID.randomUUID().toString(),
            name,
            organisation.isEmpty() ? null : organisation,
            "",
            given,
            teams.stream().map(t -> new Person.Group(t, t, 0)).toList(),
            cycles.stream().map(c -> new Person.Group(c, c, 0)).toList());
    People.add(h, added, now);
    return added.id();
  }
}
