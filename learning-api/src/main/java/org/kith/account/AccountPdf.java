package org.kith.account;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kith.documents.Drawing;
import org.kith.documents.PdfDocument;

/** Writes an account as PDF. */
public final class AccountPdf {
  private final PdfDocument pdf = new PdfDocument();

  byte[] of(Paper paper) throws IOException {
    return pdf.of("account-paper.jte", paper);
  }

  /** A part, for the outline. */
  public record Part(String id, String name) {}

  /** The parts there are, in their order. */
  public static List<Part> parts(Paper paper) {
    Account account = paper.account();
    List<Part> parts = new ArrayList<>();
    add(parts, "learned", "What we learned", account.learnings());
    add(parts, "happened", "What happened to what we said last time", account.happened());
    add(parts, "asked", "What we asked, and how we read it", account.questions());
    add(parts, "room", "What else we wrote down", account.notes());
    add(parts, "decided", "What we decided", account.decisions());
    add(parts, "try", "What we will try", account.experiments());
    add(parts, "promised", "What we promised each other", account.promises());
    add(parts, "level", "What those who commission say of their own level", account.ownLevel());
    add(parts, "said", "What people who were there want said with it", account.answers());
    add(parts, "contested", "That is not how it was", account.contested());
    add(parts, "since", "What happened since", account.since());
    parts.add(new Part("numbers", "How to read the numbers"));
    return parts;
  }

  private static void add(List<Part> to, String id, String name, List<?> of) {
    if (!of.isEmpty()) {
      to.add(new Part(id, name));
    }
  }

  /** Drawings of a figure; what they show stands beside them as words and as a table. */
  public static List<String> drawings(Picture picture) {
    return drawings(picture.html(), "Chart: " + picture.title());
  }

  /** Drawings of a page, with what they show in words. */
  public static List<String> drawings(String html, String says) {
    return Picture.drawings(html).stream()
        .map(Drawing::of)
        .map(d -> d.svg().replaceFirst("<svg ", "<svg alt=\"" + alt(says) + "\" "))
        .toList();
  }

  private static String alt(String says) {
    return says.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\\", "\\\\")
        .replace("$", "\\$");
  }
}
