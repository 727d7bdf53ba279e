package org.kith.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.kith.documents.Letters;

/** Writes days as an iCalendar file (RFC 5545): the same days give the same bytes. */
final class CalendarFile {
  private static final int LINE = 75;

  private CalendarFile() {}

  /**
   * The file.
   *
   * @param origin of the server, such as {@code https://kith.example.org}
   */
  static byte[] of(List<Dates.Date> dates, String origin) throws IOException {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Kith//Learning cycles and reviews//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    for (Dates.Date date : dates) {
      calendar.add(event(date, origin));
    }
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      // It is validated in tests; a calendar without a day in it is no error to whoever asks.
      new CalendarOutputter(false).output(calendar, bytes);
      return folded(bytes.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Folds lines anew: the library counts letters, and RFC 5545 (3.1) counts octets. */
  private static String folded(String calendar) {
    StringBuilder folded = new StringBuilder();
    for (String line : calendar.replace("\r\n ", "").split("\r\n", -1)) {
      int octets = 0;
      for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
        String letter = Character.toString(line.codePointAt(at));
        int size = letter.getBytes(StandardCharsets.UTF_8).length;
        if (octets + size > LINE) {
          folded.append("\r\n ");
          octets = 1;
        }
        folded.append(letter);
        octets += size;
      }
      folded.append("\r\n");
    }
    // What was split ended in a line end, so there is one too many.
    return folded.substring(0, folded.length() - 2);
  }

  private static VEvent event(Dates.Date date, String origin) {
    VEvent event = new VEvent(false);
    event.add(new Uid(date.uid()));
    event.add(new DtStamp(Instant.ofEpochSecond(date.stamp() / 1000)));
    event.add(new DtStart<>(date.day()));
    event.add(new Sequence(date.sequence()));
    event.add(new Summary(Letters.printable(date.summary()).replace('\n', ' ')));
    event.add(new Url(URI.create(origin + date.path())));
    event.add(ImmutableTransp.TRANSPARENT);
    return event;
  }
}
