package org.kith.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // LimeSurvey: codes, texts and both
        "ipaddr",
        "IP address",
        "email",
        "Email address",
        "firstname",
        "First name",
        "lastname",
        // Qualtrics
        "IPAddress",
        "IP Address",
        "RecipientFirstName",
        "Recipient Last Name",
        "RecipientEmail",
        "LocationLatitude",
        "Location Longitude",
        // KoboToolbox
        "_geolocation",
        "_submitted_by",
        "username",
        "deviceid",
        "phonenumber",
        "simserial",
        "contact/full_name",
        "_gps_latitude",
        // a form's own
        "Name",
        "NAME:",
        "What is your name?",
        "Please give your e-mail address",
        "Your   e-mail\u00a0address*",
        "<b>Surname</b>",
        "Home address",
        "address_line_1",
        "Email2",
        "Mobile number",
        "Telephone no.",
        "Post code",
        "What is your full postcode?",
        "DOB",
        "date-of-birth",
        "NHS number",
        // other languages
        "Enw llawn",
        "Cod post",
        "Vorname",
        "IP-Adresse",
        "E-Mail-Adresse",
        "Prénom",
        "Adresse IP",
        "Correo electrónico",
        "Apellidos"
      })
  void a_heading_that_asks_who_or_where_is_identifying(String heading) {
    assertThat(Identifying.heading(heading)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "naming",
        "Naming what went wrong is safe here",
        "I know my neighbours by name",
        "Do you know your neighbours by name?",
        "I like my street",
        "How safe do you feel in your street?",
        "How many years have you lived at this address?",
        "Do you speak with a neighbour on the phone?",
        "Organisation name",
        "Name of your organisation",
        "project_name",
        "Filename",
        "Postcode area served",
        "submitdate",
        "TRUST[SQ001]",
        "zipped",
        "participation",
        "recipient of help",
        "addressed",
        "Mobility",
        ""
      })
  void a_heading_that_only_speaks_of_such_things_is_not(String heading) {
    assertThat(Identifying.heading(heading)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann@example.org          | e-mail addresses",
        "first.last+x@example.org | e-mail addresses",
        "192.0.2.7                | IP addresses",
        "2001:db8::1              | IP addresses",
        "2001:db8:0:0:0:0:0:7     | IP addresses",
        "07700 900123             | telephone numbers",
        "+44 20 7946 0018         | telephone numbers",
        "51.50140                 | latitudes or longitudes",
        "-0.1419                  | latitudes or longitudes",
        "51.501 -0.141 0.0 4.5    | latitudes or longitudes",
        "51.501,-0.141            | latitudes or longitudes",
        "ZZ1 4QT                  | full postcodes",
        "zz14qt                   | full postcodes",
        // What is none of these.
        "ZZ1                      | ",
        "2025-11-22 10:11:12      | ",
        "01-02-2025               | ",
        "22/11/2025               | ",
        "10:11:12                 | ",
        "3.5                      | ",
        "Definitely agree         | ",
        "100                      | ",
        "2025.4                   | "
      })
  void cells_tell_by_their_look(String cell, String what) {
    assertThat(Identifying.content(List.of(cell)).orElse(null)).isEqualTo(what);
  }

  @Test
  void half_of_the_cells_that_say_something_are_enough() {
    assertThat(Identifying.content(List.of("a@example.org", "none", "", " "))).isPresent();
    assertThat(Identifying.content(List.of("a@example.org", "none", "no"))).isEmpty();
    assertThat(Identifying.content(List.of("", " "))).isEmpty();
    assertThat(Identifying.content(List.of())).isEmpty();
  }
}
