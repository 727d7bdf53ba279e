package org.kith.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, as tests start it. */
final class Chromium {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--hide-scrollbars");

  private Chromium() {}

  /** Says what to install where it is missing. */
  static void check() {
    if (!Files.isExecutable(PROGRAM)) {
      throw new IllegalStateException(
          "These tests look at the pages in Chromium, and "
              + PROGRAM
              + " is not there. Install it (apt-get install chromium fonts-liberation), or run with"
              + " -Dbrowser=skip to go without.");
    }
  }

  static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  static BrowserType.LaunchOptions options() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(PROGRAM)
        .setChromiumSandbox(!root())
        .setArgs(ARGUMENTS);
  }

  /** A browser with a profile in a folder, which outlives it. */
  static BrowserType.LaunchPersistentContextOptions persistent() {
    return new BrowserType.LaunchPersistentContextOptions()
        .setExecutablePath(PROGRAM)
        .setChromiumSandbox(!root())
        .setArgs(ARGUMENTS)
        .setViewportSize(360, 740);
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }
}
