package org.kith.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes a template as PDF/UA: tagged, with a title, a language and an outline, so that a screen
 * reader finds its way. Letters come with it; what no font here has is shown as □. Drawings stand
 * in it as lines, not as dots.
 */
public final class PdfDocument {
  private static final String FACE = "Kith Sans";
  private static final int BOLD = 600;
  private static final Set<FSFontUseCase> USES =
      EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

  static {
    // Its messages may quote what it renders.
    XRLog.setLoggingEnabled(false);
  }

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PdfDocument.class.getClassLoader(), "org.kith.pages");

  /**
   * The file.
   *
   * @param template that writes well-formed HTML, with one parameter {@code page}
   */
  public byte[] of(String template, Object model) throws IOException {
    StringOutput html = new StringOutput();
    templates.render(template, Map.of("page", model), html);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    for (String part : new String[] {"latin", "latin-ext"}) {
      font(builder, "source-sans-3-" + part + "-400-normal.ttf", FACE + " " + part, 400);
      font(builder, "source-sans-3-" + part + "-600-normal.ttf", FACE + " " + part, BOLD);
    }
    font(builder, "DejaVuSans.ttf", "Rest", 400);
    try (BatikSVGDrawer drawings = new BatikSVGDrawer()) {
      builder
          .usePdfUaAccessibility(true)
          .useReplacementText("□")
          .useUnicodeBidiSplitter(Directions::new)
          .useUnicodeBidiReorderer(new Directions())
          .useSVGDrawer(drawings)
          .useExternalResourceAccessControl(
              (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .withDiagnosticConsumer(diagnostic -> {})
          .withProducer("Kith")
          .withHtmlContent(html.toString(), null)
          .toStream(bytes)
          .run();
    }
    return bytes.toByteArray();
  }

  private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
    builder.useFont(() -> letters(file), family, weight, FontStyle.NORMAL, true, USES);
  }

  /**
   * A font without its ligatures. Where two letters become one shape, the file would not say which
   * letters they were, and whoever has it read aloud would hear "o ice" for "office". So the name
   * of the table that holds them is made one that nobody looks for.
   */
  private static InputStream letters(String file) {
    try (InputStream font = open(file)) {
      byte[] bytes = font.readAllBytes();
      int tables = ((bytes[4] & 0xFF) << 8) | (bytes[5] & 0xFF);
      for (int i = 0; i < tables; i++) {
        int at = 12 + 16 * i;
        if (new String(bytes, at, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
          bytes[at + 3] = 'X';
        }
      }
      return new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The letters are part of the program: " + file, e);
    }
  }

  static InputStream open(String file) {
    return PdfDocument.class.getResourceAsStream("fonts/" + file);
  }
}
