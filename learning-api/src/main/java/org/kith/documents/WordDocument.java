package org.kith.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * A Word document with headings, styles, lists, tables and pictures, to be worked on. Parts stand
 * in the order in which they are added.
 */
public final class WordDocument implements AutoCloseable {
  private static final String TITLE = "Title";
  private static final String HEADING = "Heading1";
  private static final String PROMPT = "Heading2";
  private static final String MINOR = "Heading3";
  private static final String QUIET = "Quiet";
  private static final String LIST = "ListBullet";
  private static final String SAID = "Said";
  private static final String LETTERS = "Calibri";
  private static final int AFTER = 100;
  private static final String GREY = "4C4A45";

  private final XWPFDocument document = new XWPFDocument();
  private final BigInteger bullets;

  /**
   * An empty one.
   *
   * @param title of the file, which screen readers say first
   * @param creator who made it, as the file says
   */
  public WordDocument(String title, String creator) {
    XWPFStyles styles = document.createStyles();
    styles.setSpellingLanguage("en-GB");
    CTFonts letters = CTFonts.Factory.newInstance();
    letters.setAscii(LETTERS);
    letters.setHAnsi(LETTERS);
    styles.setDefaultFonts(letters);
    style(styles, TITLE, "Title", -1, 52, true, null);
    style(styles, HEADING, "heading 1", 0, 30, true, null);
    style(styles, PROMPT, "heading 2", 1, 22, true, null);
    style(styles, MINOR, "heading 3", 2, 20, true, null);
    style(styles, QUIET, "Quiet", -1, 19, false, GREY);
    style(styles, LIST, "List Bullet", -1, 22, false, null);
    style(styles, SAID, "Said", -1, 22, false, null);
    bullets = bullets();
    var properties = document.getProperties().getCoreProperties();
    properties.setTitle(title);
    properties.setCreator(creator);
  }

  /** The title on the page. */
  public void title(String words) {
    words(TITLE, words);
  }

  /** A heading. */
  public void heading(String words) {
    words(HEADING, words);
  }

  /** A heading under another. */
  public void subheading(String words) {
    words(PROMPT, words);
  }

  /** A heading under that. */
  public void minor(String words) {
    words(MINOR, words);
  }

  /** Something said quietly. */
  public void quiet(String words) {
    words(QUIET, words);
  }

  /** A paragraph for each line. */
  public void lines(String words) {
    words.lines().forEach(line -> words(null, line));
  }

  /** One paragraph. */
  public void paragraph(String words) {
    words(null, words);
  }

  /** An entry of a list. */
  public void bullet(String words) {
    words(LIST, words).setNumID(bullets);
  }

  /** Somebody's own words, set in from the margin. */
  public void said(String words) {
    words.lines().forEach(line -> words(SAID, line).setIndentationLeft(360));
  }

  /** A table whose first row names its columns. */
  public void table(List<String> columns, List<List<String>> rows) {
    XWPFTable table = document.createTable(rows.size() + 1, columns.size());
    table.getRow(0).setRepeatHeader(true);
    for (int c = 0; c < columns.size(); c++) {
      XWPFParagraph cell = table.getRow(0).getCell(c).getParagraphArray(0);
      XWPFRun run = cell.createRun();
      run.setBold(true);
      run.setText(columns.get(c));
      for (int r = 0; r < rows.size(); r++) {
        table.getRow(r + 1).getCell(c).setText(rows.get(r).get(c));
      }
    }
    table.setWidth("100%");
    words(QUIET, "");
  }

  /**
   * A picture.
   *
   * @param says what it shows, for those who do not see it
   */
  public void picture(byte[] png, String name, int width, int height, String says) {
    XWPFParagraph paragraph = document.createParagraph();
    XWPFRun run = paragraph.createRun();
    try {
      XWPFPicture picture =
          run.addPicture(
              new ByteArrayInputStream(png),
              org.apache.poi.common.usermodel.PictureType.PNG,
              name,
              Units.pixelToEMU(width),
              Units.pixelToEMU(height));
      picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(says);
      run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(says);
    } catch (InvalidFormatException | IOException e) {
      throw new IllegalStateException("A picture in memory has the form it was drawn in.", e);
    }
  }

  /** The finished file. */
  public byte[] bytes() throws IOException {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private XWPFParagraph words(String style, String words) {
    XWPFParagraph paragraph = document.createParagraph();
    if (style != null) {
      paragraph.setStyle(style);
    }
    if (style == null || style.equals(SAID) || style.equals(LIST)) {
      paragraph.setSpacingAfter(AFTER);
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
