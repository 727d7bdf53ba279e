package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import picocli.CommandLine;

class ServeCommandTest {
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = ServeCommand.line();
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void an_unknown_organisation_is_answered_with_the_ids_there_are(@TempDir Path workspace)
      throws IOException {
    PublishedFixture.write(workspace);
    assertThat(run("--workspace", workspace.toString(), "--as", "milbrook")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            """
            There is no organisation 'milbrook' in this snapshot. Those there are:
              alder-kitchen
              cobbler-yard
              dyers-hall
            """);
  }

  @Test
  void nothing_published_yet_says_what_to_run(@TempDir Path workspace) {
    assertThat(run("--workspace", workspace.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "Nothing is published yet. Run: kith run --workspace "
                + workspace
                + System.lineSeparator());
  }

  @Test
  void a_port_in_use_is_named_with_another_to_try(@TempDir Path workspace) throws IOException {
    PublishedFixture.write(workspace);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(run("--workspace", workspace.toString(), "--port", Integer.toString(port)))
          .isEqualTo(2);
      assertThat(err.toString())
          .startsWith(
              "Port "
                  + port
                  + " on 127.0.0.1 is in use. Stop what uses it, or choose another:"
                  + " --port "
                  + (port + 1));
    }
  }

  @Test
  void an_unknown_option_is_wrong_usage() {
    assertThat(run("--rank")).isEqualTo(2);
  }

  @Test
  void other_machines_are_let_in_by_tls_only_and_never_as_an_organisation(@TempDir Path workspace)
      throws IOException {
    PublishedFixture.write(workspace);
    String[] here = {"--workspace", workspace.toString()};
    assertThat(run(here[0], here[1], "--host", "0.0.0.0")).isEqualTo(2);
    assertThat(run(here[0], here[1], "--address", "http://kith.example.org")).isEqualTo(2);
    assertThat(run(here[0], here[1], "--address", "https://kith.example.org/path?x")).isEqualTo(2);
    assertThat(
            run(
                here[0],
                here[1],
                "--host",
                "0.0.0.0",
                "--address",
                "https://kith.example.org",
                "--as",
                "millbrook"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "--host 0.0.0.0 can be reached from other machines",
            "give its address: https://kith.example.org.",
            "must look like https://kith.example.org",
            "--as shows an organisation's own numbers to whoever opens the address");
  }

  @Test
  void a_server_answers_under_the_name_people_come_by_and_to_its_own_machine() {
    Hosts named = Hosts.of("0.0.0.0", "kith.example.org");
    assertThat(named.know("KITH.example.org")).isTrue();
    assertThat(named.know("127.0.0.1:7070")).isTrue();
    assertThat(named.know("elsewhere.example")).isFalse();
    assertThat(named.know(null)).isFalse();
    assertThat(Hosts.of("127.0.0.1", "").know("kith.example.org")).isFalse();
  }
}
