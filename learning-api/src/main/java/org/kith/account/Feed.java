package org.kith.account;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** Writes published accounts as an Atom feed (RFC 4287), the latest first. */
@SuppressWarnings("JavaUtilDate") // the library's own
final class Feed {
  private static final String TYPE = "atom_1.0";

  private Feed() {}

  /**
   * The feed.
   *
   * @param host in ids, which stay the same for good
   * @param origin of the server, such as {@code https://kith.example.org}
   * @param place name of the place, or empty
   */
  static String of(List<Reading.Listed> published, String host, String origin, String place) {
    com.rometools.rome.feed.atom.Feed feed = new com.rometools.rome.feed.atom.Feed(TYPE);
    feed.setId("tag:" + host + ",2026:learning");
    feed.setTitle("What was learned" + (place.isEmpty() ? "" : ": " + place));
    feed.setUpdated(
        new Date(published.stream().mapToLong(Reading.Listed::published).max().orElse(0)));
    feed.setAuthors(List.of(person("Those who took part")));
    feed.setAlternateLinks(List.of(link(origin + Account.ROOT, "alternate", "text/html")));
    feed.setOtherLinks(List.of(link(origin + "/learning.atom", "self", "application/atom+xml")));
    feed.setEntries(published.stream().map(a -> entry(a, host, origin)).toList());
    try {
      return new WireFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("A feed of our own has all that a feed needs.", e);
    }
  }

  private static Entry entry(Reading.Listed account, String host, String origin) {
    Entry entry = new Entry();
    entry.setId("tag:" + host + "," + account.day() + ":account/" + account.review());
    entry.setTitle(account.title());
    entry.setPublished(new Date(account.published()));
    entry.setUpdated(new Date(account.published()));
    entry.setAlternateLinks(
        List.of(link(origin + Account.ROOT + "/" + account.review(), "alternate", "text/html")));
    Content summary = new Content();
    summary.setType(Content.TEXT);
    summary.setValue(account.summary());
    entry.setSummary(summary);
    if (!account.learnings().isEmpty()) {
      Content content = new Content();
      content.setType(Content.TEXT);
      content.setValue(account.learnings().stream().collect(Collectors.joining("\n")));
      entry.setContents(List.of(content));
    }
    return entry;
  }

  private static SyndPersonImpl person(String name) {
    SyndPersonImpl person = new SyndPersonImpl();
    person.setName(name);
    return person;
  }

  private static Link link(String address, String relation, String type) {
    Link link = new Link();
    link.setHref(address);
    link.setRel(relation);
    link.setType(type);
    return link;
  }
}
