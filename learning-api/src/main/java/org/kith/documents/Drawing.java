package org.kith.documents;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.transcoder.image.PNGTranscoder;

/**
 * A chart of a page, to stand in a file: with the letters and colours that the page's style sheet
 * gives it.
 *
 * @param svg a document of its own
 * @param width in pixels
 * @param height in pixels
 */
public record Drawing(String svg, int width, int height) {
  private static final Pattern BOX =
      Pattern.compile("^<svg class=\"[^\"]*\" viewBox=\"0 0 (\\d+) ([\\d.]+)\"[^>]*>");

  /** The family as a PDF calls it, as the font itself does, and what has all other letters. */
  private static final String FAMILY =
      "'Kith Sans latin', 'Source Sans 3 ExtraLight', 'Rest', 'DejaVu Sans'";

  static {
    for (String file :
        new String[] {
          "source-sans-3-latin-400-normal.ttf",
          "source-sans-3-latin-600-normal.ttf",
          "DejaVuSans.ttf"
        }) {
      try (InputStream letters = PdfDocument.open(file)) {
        GraphicsEnvironment.getLocalGraphicsEnvironment()
            .registerFont(Font.createFont(Font.TRUETYPE_FONT, letters));
      } catch (IOException | FontFormatException e) {
        throw new IllegalStateException("The letters are part of the program: " + file, e);
      }
    }
  }

  /**
   * Of a chart.
   *
   * @param chart one {@code svg} element as the pages draw it
   * @throws IllegalArgumentException if it is none
   */
  public static Drawing of(String chart) {
    Matcher box = BOX.matcher(chart);
    if (!box.find()) {
      throw new IllegalArgumentException("It does not begin as the charts of pages do.");
    }
    int width = Integer.parseInt(box.group(1));
    int height = (int) Math.ceil(Double.parseDouble(box.group(2)));
    String head =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"%s\" font-size=\"15\" fill=\"#1f262d\">"
            .formatted(width, height, width, height, FAMILY);
    return new Drawing(head + chart.substring(box.end()), width, height);
  }

  /** As dots, twice as many as its pixels in each direction, on white. */
  public byte[] png() throws IOException {
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(ImageTranscoder.KEY_WIDTH, width * 2f);
    transcoder.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, java.awt.Color.WHITE);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(bytes));
      return bytes.toByteArray();
    } catch (TranscoderException e) {
      throw new IOException("A chart could not be drawn.", e);
    }
  }
}
