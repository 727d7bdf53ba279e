package org.kith.portfolio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.kith.portfolio.Portfolio.Entry;
import org.kith.portfolio.Portfolio.Reply;
import org.kith.portfolio.Portfolio.Said;
import org.kith.portfolio.Portfolio.Tapped;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Writes a portfolio as a Word document with headings, styles and lists, to be worked on. */
final class WordFile {
  private static final String TITLE = "Title";
  private static final String HEADING = "Heading1";
  private static final String PROMPT = "Heading2";
  private static final String QUIET = "Quiet";
  private static final String LIST = "ListBullet";
  private static final String GREY = "4C4A45";

  private final XWPFDocument document = new XWPFDocument();
  private final BigInteger bullets;

  private WordFile() {
    XWPFStyles styles = document.createStyles();
    styles.setSpellingLanguage("en-GB");
    style(styles, TITLE, "Title", -1, 52, true, null);
    style(styles, HEADING, "heading 1", 0, 30, true, null);
    style(styles, PROMPT, "heading 2", 1, 22, true, null);
    style(styles, QUIET, "Quiet", -1, 19, false, GREY);
    style(styles, LIST, "List Bullet", -1, 22, false, null);
    bullets = bullets();
  }

  static byte[] of(Portfolio portfolio) throws IOException {
    WordFile file = new WordFile();
    try (XWPFDocument document = file.document;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      var properties = document.getProperties().getCoreProperties();
      properties.setTitle("My reflections: " + portfolio.name());
      properties.setCreator(portfolio.name());
      file.about(portfolio);
      portfolio.entries().forEach(file::entry);
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  private void about(Portfolio portfolio) {
    words(TITLE, "My reflections");
    words(
        null,
        "What one person wrote for themselves about their work, in their own words, exported by"
            + " themselves.");
    words(PROMPT, "Written by");
    String position = portfolio.position().isEmpty() ? "" : ", " + portfolio.position();
    String organisation = portfolio.organisation().isEmpty() ? "" : ", " + portfolio.organisation();
    words(null, portfolio.name() + position + organisation);
    words(PROMPT, "Days");
    words(null, portfolio.period());
    words(PROMPT, "In it");
    words(null, portfolio.number());
    words(PROMPT, "Made");
    words(null, portfolio.day());
    words(PROMPT, "Before you pass it on");
    words(null, Portfolio.USE);
    words(null, Portfolio.COURT);
    words(null, Portfolio.KEPT);
  }

  private void entry(Entry entry) {
    words(HEADING, Days.of(entry.reflection().happened()));
    String follows = entry.follows().isEmpty() ? "" : ", carrying on from " + entry.follows();
    words(
        QUIET,
        "%s%s. Receipt %s, kept on %s. %s."
            .formatted(
                entry.kind(), follows, entry.receipt(), Days.of(entry.arrived()), entry.shared()));
    for (Said said : entry.said()) {
      words(PROMPT, said.prompt());
      said.words().lines().forEach(line -> words(null, line));
    }
    for (Tapped tapped : entry.taps()) {
      words(PROMPT, tapped.question());
      tapped.words().forEach(word -> words(LIST, word).setNumID(bullets));
    }
    if (!entry.replies().isEmpty()) {
      words(PROMPT, "What came back");
      for (Reply reply : entry.replies()) {
        words(QUIET, (reply.tried() ? "Somebody tried it, " : "A reply, ") + Days.of(reply.at()));
        reply.words().lines().forEach(line -> words(null, line));
      }
    }
  }

  private XWPFParagraph words(String style, String words) {
    XWPFParagraph paragraph = document.createParagraph();
    if (style != null) {
      paragraph.setStyle(style);
    }
    XWPFRun run = paragraph.createRun();
    run.setText(words);
    if (Letters.rightToLeft(words)) {
      // In such a paragraph Word calls the side lines begin on "left".
      (paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr() : paragraph.getCTP().addNewPPr())
          .addNewBidi();
      paragraph.setAlignment(ParagraphAlignment.LEFT);
      (run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr()).addNewRtl();
    }
    return paragraph;
  }

  private static void style(
      XWPFStyles styles,
      String id,
      String name,
      int level,
      int halfPoints,
      boolean bold,
      String colour) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setStyleId(id);
    style.setType(STStyleType.PARAGRAPH);
    style.addNewName().setVal(name);
    style.addNewQFormat();
    var paragraph = style.addNewPPr();
    if (bold) {
      paragraph.addNewKeepNext();
      var spacing = paragraph.addNewSpacing();
      spacing.setBefore(BigInteger.valueOf(level == 0 ? 480 : 200));
      spacing.setAfter(BigInteger.valueOf(60));
    }
    if (level >= 0) {
      paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
    }
    var run = style.addNewRPr();
    if (bold) {
      run.addNewB();
    }
    if (colour != null) {
      run.addNewColor().setVal(colour);
    }
    run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    styles.addStyle(new XWPFStyle(style));
  }

  private BigInteger bullets() {
    CTAbstractNum list = CTAbstractNum.Factory.newInstance();
    list.setAbstractNumId(BigInteger.ZERO);
    CTLvl level = list.addNewLvl();
    level.setIlvl(BigInteger.ZERO);
    level.addNewNumFmt().setVal(STNumberFormat.BULLET);
    level.addNewLvlText().setVal("•");
    var indent = level.addNewPPr().addNewInd();
    indent.setLeft(BigInteger.valueOf(360));
    indent.setHanging(BigInteger.valueOf(200));
    var numbering = document.createNumbering();
    return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
  }
}
