package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.learning.Viewer;
import org.kith.spotter.Spotter;

/** The device flags what the server flags, on every sentence of the corpus and on some traps. */
class SpotterInTheBrowserTest {
  private static final Path CORPUS =
      Path.of("../ingest/src/test/resources/org/kith/spotter/corpus.txt");
  private static final List<String> TRAPS =
      List.of(
          "",
          "I",
          "🙂 Xolani 🙂🙂 rang 07700 900417 🙂",
          "Rang Sia\u0302n, and Siân, and SIÂN.",
          "İnci\u00a0Öztürk said “Grace’s” and ‘May’\r\nMrs. O’Brien\tcame",
          "Ó Maoilchiaráin; al-Hassan; Qurbān-Ali; d'Arcy; Ffion-Haf's",
          "Дмитро came with 李雷 and Ἀλέξανδρος",
          "J. R. R. Tremlow, A. Baker, I Think, M Bell",
          "Flat 3, Bobbin House, 22 Weir Terrace, zz99 3cz, A1 1AA",
          "٠٧٧٠٠ ٩٠٠٤١٧ 3.2.47. 31/02/20x 1/2/3 999 000 4323 9990004324 NHS 9990004324",
          "A-B-C-D-E-F-G-H it's 's ' - Mc-",
          "𝒳olani and 𐐀bc rang");

  @TempDir static Path folder;

  private static List<String> sentences() throws IOException {
    List<String> all = new ArrayList<>(TRAPS);
    for (String line : Files.readAllLines(CORPUS)) {
      all.add(line.replaceAll("\\{[a-z-]+\\|([^}]*)}", "$1"));
    }
    all.add(String.join(" ", all));
    all.add(String.join("\n", all.subList(0, 300)).toUpperCase(java.util.Locale.ROOT));
    all.add(String.join("\n", all.subList(0, 300)).toLowerCase(java.util.Locale.ROOT));
    return all;
  }

  @Test
  @SuppressWarnings("unchecked")
  void the_device_flags_exactly_what_the_server_flags() throws IOException {
    assumeFalse(Browsing.skipped());
    List<String> sentences = sentences();
    assertThat(sentences).hasSizeGreaterThan(1_000);
    try (Browsing site = Browsing.of(folder, Viewer.NOBODY);
        BrowserContext context =
            site.browser().newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
      Page page = context.newPage();
      page.navigate(site.address() + "/about-this-data");
      List<String> flags =
          (List<String>)
              page.evaluate(
                  "async sentences => { const { spot } = await import('/static/spotter.js');"
                      + " return sentences.map(s => spot(s).map(f =>"
                      + " `${f.start}-${f.end} ${f.kind} ${f.found}`).join('; ')); }",
                  sentences);
      for (int i = 0; i < sentences.size(); i++) {
        assertThat(flags.get(i)).as(sentences.get(i)).isEqualTo(flags(sentences.get(i)));
      }
    }
  }

  private static String flags(String words) {
    return Spotter.spot(words).stream()
        .map(
            f ->
                f.start()
                    + "-"
                    + f.end()
                    + " "
                    + f.kind().id()
                    + " "
                    + words.substring(f.start(), f.end()))
        .collect(Collectors.joining("; "));
  }
}
