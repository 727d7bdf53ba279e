package org.kith.portfolio;

import java.io.IOException;
import org.kith.documents.Days;
import org.kith.documents.WordDocument;
import org.kith.portfolio.Portfolio.Entry;
import org.kith.portfolio.Portfolio.Reply;
import org.kith.portfolio.Portfolio.Said;
import org.kith.portfolio.Portfolio.Tapped;

/** Writes a portfolio as a Word document with headings, styles and lists, to be worked on. */
final class WordFile {
  private final WordDocument document;

  private WordFile(WordDocument document) {
    this.document = document;
  }

  static byte[] of(Portfolio portfolio) throws IOException {
    try (WordDocument document =
        new WordDocument("My reflections: " + portfolio.name(), portfolio.name())) {
      WordFile file = new WordFile(document);
      file.about(portfolio);
      portfolio.entries().forEach(file::entry);
      return document.bytes();
    }
  }

  private void about(Portfolio portfolio) {
    document.title("My reflections");
    document.paragraph(
        "What one person wrote for themselves about their work, in their own words, exported by"
            + " themselves.");
    document.subheading("Written by");
    String position = portfolio.position().isEmpty() ? "" : ", " + portfolio.position();
    String organisation = portfolio.organisation().isEmpty() ? "" : ", " + portfolio.organisation();
    document.paragraph(portfolio.name() + position + organisation);
    document.subheading("Days");
    document.paragraph(portfolio.period());
    document.subheading("In it");
    document.paragraph(portfolio.number());
    document.subheading("Made");
    document.paragraph(portfolio.day());
    document.subheading("Before you pass it on");
    document.paragraph(Portfolio.USE);
    document.paragraph(Portfolio.COURT);
    document.paragraph(Portfolio.KEPT);
  }

  private void entry(Entry entry) {
    document.heading(Days.of(entry.reflection().happened()));
    String follows = entry.follows().isEmpty() ? "" : ", carrying on from " + entry.follows();
    document.quiet(
        "%s%s. Receipt %s, kept on %s. %s."
            .formatted(
                entry.kind(), follows, entry.receipt(), Days.of(entry.arrived()), entry.shared()));
    for (Said said : entry.said()) {
      document.subheading(said.prompt());
      document.lines(said.words());
    }
    for (Tapped tapped : entry.taps()) {
      document.subheading(tapped.question());
      tapped.words().forEach(document::bullet);
    }
    if (!entry.replies().isEmpty()) {
      document.subheading("What came back");
      for (Reply reply : entry.replies()) {
        document.quiet((reply.tried() ? "Somebody tried it, " : "A reply, ") + Days.of(reply.at()));
        document.lines(reply.words());
      }
    }
  }
}
