package org.kith.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kith.signin.SignedIn;

/** A phone: a browser with a profile on the disk, which can be killed and started again. */
final class Phone {
  private final Playwright playwright;
  private final WritingSite site;
  private final SignedIn owner;
  private final Path profile;
  private BrowserContext context;
  private Page page;

  Phone(Playwright playwright, WritingSite site, SignedIn owner, Path profile) {
    this.playwright = playwright;
    this.site = site;
    this.owner = owner;
    this.profile = profile;
  }

  /** The page to write on, opened anew if it was closed or the browser was killed. */
  Page page() {
    if (context == null) {
      context = playwright.chromium().launchPersistentContext(profile, Chromium.persistent());
      context.setDefaultTimeout(60_000);
      owner.in(context, site.port());
    }
    if (page == null || page.isClosed()) {
      page = site.write(context);
    }
    return page;
  }

  /** One more tab on the same page. */
  Page another() {
    return site.write(context);
  }

  BrowserContext context() {
    return context;
  }

  /** Types into the first box. */
  void type(String words) {
    page().locator("#answer-what").fill(words);
  }

  /** What a draft brought back, or empty. */
  String draft() {
    return page().locator("#answer-what").inputValue();
  }

  Locator keep() {
    return page().locator("button:has-text('Keep it')");
  }

  /** Waits until the page says that it is kept on this phone. */
  void seen(String before) {
    page()
        .waitForFunction(
            "before => { const now = document.getElementById('said').textContent;"
                + " return now.startsWith('Kept on this phone') && now !== before; }",
            before);
  }

  /** What the page last said. */
  String said() {
    return page().locator("#said").textContent();
  }

  /** Closes the page at once, whatever it is doing. */
  void closePage() {
    page.close();
    page = null;
  }

  /** Kills every process of the browser. */
  void kill() {
    for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
      if (mine(process)) {
        process.destroyForcibly();
      }
    }
    try {
      context.close();
    } catch (PlaywrightException e) {
      // It is gone already, which was the point.
    }
    context = null;
    page = null;
  }

  private boolean mine(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", "" + process.pid(), "cmdline");
      List<String> words = List.of(Files.readString(file).split("\0", -1));
      return words.contains("--user-data-dir=" + profile);
    } catch (IOException e) {
      return false; // It has ended.
    }
  }

  /** Lets everything that waits be sent. */
  void sendAll() {
    page().bringToFront();
    page().evaluate("() => window.dispatchEvent(new Event('online'))");
    page().waitForFunction("() => !document.querySelector('#receipts li[data-state=waiting]')");
  }

  void close() {
    if (context != null) {
      context.close();
      context = null;
      page = null;
    }
    try {
      Files.deleteIfExists(profile.resolve("SingletonLock"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
