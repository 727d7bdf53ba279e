package org.kith.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/** What a value looks like under its cell: a picture, a table, or its text. */
final class Rendering {
  private static final int ROWS = 40;

  private Rendering() {}

  static DisplayData of(Object value) {
    DisplayData shown = new DisplayData();
    if (value instanceof Chart<?, ?> chart) {
      shown.putText(chart.getTitle());
      putPng(shown, BitmapEncoder.getBufferedImage(chart));
    } else if (value instanceof BufferedImage image) {
      shown.putText("a picture, %d by %d".formatted(image.getWidth(), image.getHeight()));
      putPng(shown, image);
    } else if (value instanceof Table table) {
      shown.putText(table.print(ROWS));
      shown.putHTML(html(table));
    } else {
      shown.putText(String.valueOf(value));
    }
    return shown;
  }

  private static void putPng(DisplayData shown, BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shown.putData(MIMEType.IMAGE_PNG, Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }

  static String html(Table table) {
    var out = new StringBuilder("<table>\n<caption>").append(escaped(table.name()));
    out.append("</caption>\n<thead><tr>");
    for (String name : table.columnNames()) {
      out.append("<th scope=\"col\">").append(escaped(name)).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < Math.min(ROWS, table.rowCount()); row++) {
      out.append("<tr>");
      for (int column = 0; column < table.columnCount(); column++) {
        out.append("<td>").append(escaped(table.getString(row, column))).append("</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>");
    if (table.rowCount() > ROWS) {
      out.append("<p>The first ").append(ROWS).append(" of ").append(table.rowCount());
      out.append(" rows.</p>");
    }
    return out.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
