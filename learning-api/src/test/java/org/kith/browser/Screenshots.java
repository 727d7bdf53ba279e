package org.kith.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import java.nio.file.Path;

/** Pictures of pages in pieces that a person can read. */
final class Screenshots {

  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final int PIECE = 1500;

  private Screenshots() {}

  /** Saves a page as {@code name-width-1.png}, {@code -2.png} and so on. */
  static void save(Page page, String name) {
    int width = page.viewportSize().width;
    int height = (int) page.evaluate("() => document.documentElement.scrollHeight");
    int pieces = (height + PIECE - 1) / PIECE;
    for (int i = 0; i < pieces; i++) {
      double tall = Math.min(PIECE, height - i * PIECE);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setClip(new Clip(0, (double) i * PIECE, width, tall))
              .setPath(FOLDER.resolve(name + "-" + width + "-" + (i + 1) + ".png")));
    }
  }
}
