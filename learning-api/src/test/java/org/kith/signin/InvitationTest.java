package org.kith.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.people.Household;
import org.kith.people.Role;
import org.kith.store.Store;
import org.kith.workspace.Workspace;
import picocli.CommandLine;

class InvitationTest {
  @TempDir static Path workspace;
  @TempDir Path own;
  static Door door;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void open() throws Exception {
    door = Door.of(workspace);
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @BeforeEach
  void settings() throws Exception {
    Files.writeString(own.resolve("kith.yaml"), "name: Larkmoor\n", UTF_8);
    Files.writeString(
        own.resolve("organisations.csv"),
        "organisation,name,place,place_name\nmillbrook,Millbrook,larkmoor,Larkmoor\n",
        UTF_8);
  }

  private int invite(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--workspace";
    all[1] = own.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    CommandLine line = InviteCommand.line();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(all);
  }

  @Test
  void from_the_link_to_being_signed_in_takes_one_passphrase() throws Exception {
    String address = "/invitation/" + door.invited("asha", "Asha Rahman");
    HttpResponse<String> page = door.get(address, "");
    assertThat(page.body()).contains("Welcome, Asha Rahman", "value=\"asha.rahman\"");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    HttpResponse<String> weak = door.post(address, "", "passphrase", "asha rahman 1");
    assertThat(weak.statusCode()).isEqualTo(422);
    assertThat(weak.body()).contains("little more than your name").doesNotContain("rahman 1");
    HttpResponse<String> done = door.post(address, "", "passphrase", Door.GOOD);
    assertThat(Door.location(done)).isEqualTo("/write");
    assertThat(door.isIn(Door.session(done))).isTrue();
  }

  @Test
  void a_link_can_lead_to_a_page_of_ours_and_to_no_other() throws Exception {
    String address = "/invitation/" + door.invited("cem", "Cem Arslan");
    HttpResponse<String> page = door.get(address + "?next=%2Fcycles%2Fa", "");
    assertThat(page.body())
        .contains("name=\"next\" value=\"/cycles/a\"", address + "?show&amp;next=%2Fcycles%2Fa");
    HttpResponse<String> weak = door.post(address, "", "passphrase", "cem", "next", "/cycles/a");
    assertThat(weak.body()).contains("name=\"next\" value=\"/cycles/a\"");
    HttpResponse<String> done =
        door.post(address, "", "passphrase", Door.GOOD, "next", "/cycles/a");
    assertThat(Door.location(done)).isEqualTo("/cycles/a");

    String other = "/invitation/" + door.invited("dora", "Dora Blythe");
    assertThat(door.get(other + "?next=https%3A%2F%2Felsewhere.example", "").body())
        .doesNotContain("elsewhere");
    HttpResponse<String> here =
        door.post(other, "", "passphrase", Door.GOOD, "next", "//elsewhere.example/");
    assertThat(Door.location(here)).isEqualTo("/write");
  }

  @Test
  void a_link_works_once_and_then_says_what_to_do() throws Exception {
    String address = "/invitation/" + door.invited("bea", "Bea Okafor");
    door.post(address, "", "passphrase", Door.GOOD);
    for (HttpResponse<String> again :
        List.of(
            door.get(address, ""),
            door.post(address, "", "passphrase", "another good passphrase"))) {
      assertThat(again.statusCode()).isEqualTo(410);
      assertThat(again.body()).contains("no longer works", "ask whoever sent you the link");
      assertThat(Door.session(again)).isEmpty();
    }
    assertThat(door.signIn("bea.okafor", Door.GOOD).statusCode()).isEqualTo(303);
  }

  @Test
  void a_link_ends_after_seven_days_and_when_another_is_made() throws Exception {
    String first = door.invited("cal", "Cal Dunne");
    String second = door.invited("cal", "Cal Dunne");
    assertThat(door.get("/invitation/" + first, "").statusCode()).isEqualTo(410);
    assertThat(door.get("/invitation/" + second, "").statusCode()).isEqualTo(200);
    door.clock.by(Duration.ofDays(7).plusSeconds(1));
    assertThat(door.get("/invitation/" + second, "").statusCode()).isEqualTo(410);
    assertThat(door.get("/invitation/no-such-token", "").statusCode()).isEqualTo(410);
  }

  @Test
  void the_command_makes_the_first_steward_and_prints_their_link() throws Exception {
    assertThat(
            invite(
                "--name",
                "Sol Öberg",
                "--role",
                "steward",
                "--role",
                "practitioner",
                "--organisation",
                "millbrook",
                "--team",
                "outreach",
                "--cycle",
                "belonging",
                "--address",
                "https://kith.example.org/"))
        .isZero();
    assertThat(out.toString())
        .startsWith("Sol Öberg, who signs in as sol.oberg, opens this link within 7 days.")
        .containsPattern("https://kith\\.example\\.org/invitation/[A-Za-z0-9_-]{43}\\R");
    try (Store store = Store.of(new Workspace(own))) {
      Household.Member sol = store.read(Household::all).get(0);
      assertThat(sol.person().roles()).containsExactlyInAnyOrder(Role.STEWARD, Role.PRACTITIONER);
      assertThat(sol.person().inTeam("outreach")).isTrue();
      assertThat(sol.person().inCycle("belonging")).isTrue();
      assertThat(sol.signsIn()).isFalse();
    }
  }

  @Test
  void the_command_says_what_is_wrong_and_adds_nobody() throws Exception {
    assertThat(invite("--name", "Ed", "--organisation", "milbrook")).isEqualTo(2);
    assertThat(invite("--name", "Ed", "--role", "boss")).isEqualTo(2);
    assertThat(invite("--name", "Ed", "--team", "nowhere")).isEqualTo(2);
    assertThat(invite("--person", "nobody")).isEqualTo(2);
    assertThat(invite()).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "There is no organisation 'milbrook'. Those there are: millbrook.",
            "A role is practitioner, reviewer, researcher or steward, not 'boss'.",
            "There is no team 'nowhere'.",
            "There is nobody with the id nobody.",
            "Give --name for somebody new");
    try (Store store = Store.of(new Workspace(own))) {
      assertThat(store.read(Household::all)).isEmpty();
    }
  }

  @Test
  void two_people_of_one_name_get_names_of_their_own() {
    door.invited("jo1", "Jo Smith");
    door.invited("jo2", "Jo Smith");
    Optional<String> second = door.store.read(h -> Invitations.signInName(h, "jo2"));
    assertThat(second).contains("jo.smith2");
  }
}
