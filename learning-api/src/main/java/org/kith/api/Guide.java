package org.kith.api;

import java.util.List;
import java.util.Map;
import org.kith.http.Problem;

/** The API described for people: the inside of the page at {@code /api}. */
final class Guide {
  private static final String PAGE =
      """
      <div class="opening">
      <p class="kicker"><b>For programs</b></p>
      <h1>The same for programs</h1>
      <p class="lead">Everything the pages show can be read by a program too, by the same rules: an
      organisation’s own numbers are shown to that organisation, the others are shown together
      without names or order, and a hidden number comes with the words that say why.</p>
      <p>All addresses answer GET. Described for programs: <a href="{root}/openapi.json">OpenAPI
      3.1</a>. Version {version}.</p>
      </div>
      {endpoints}
      <section class="section" aria-labelledby="problems">
      <h2 id="problems">When something goes wrong</h2>
      <p>The answer is a problem (RFC 9457) with a number to quote.</p>
      <dl class="facts">
      {problems}
      </dl>
      </section>
      """;

  private Guide() {}

  static String of(List<Endpoint<?>> endpoints, String version) {
    StringBuilder all = new StringBuilder();
    endpoints.forEach(e -> all.append(section(e)));
    StringBuilder problems = new StringBuilder();
    for (Problem.Kind kind : Problem.Kind.values()) {
      problems
          .append("<div><dt id=\"problem-" + kind.id() + "\">" + kind.status() + "</dt>\n<dd>")
          .append(escaped(kind.title()) + "</dd></div>\n");
    }
    String page = PAGE;
    for (var part :
        Map.of(
                "{root}", Api.ROOT,
                "{version}", escaped(version),
                "{endpoints}", all.toString(),
                "{problems}", problems.toString())
            .entrySet()) {
      page = page.replace(part.getKey(), part.getValue());
    }
    return page;
  }

  private static String section(Endpoint<?> e) {
    String example = e.address();
    StringBuilder rows = new StringBuilder();
    for (Parameter p : e.parameters()) {
      if (p.inPath()) {
        example = example.replace("{" + p.name() + "}", p.example());
      }
      rows.append("<tr><th scope=\"row\"><code>" + p.name() + "</code></th><td>")
          .append(escaped(p.about()) + "</td><td><code>")
          .append(escaped(p.choices().isEmpty() ? p.example() : String.join(", ", p.choices())))
          .append("</code></td></tr>\n");
    }
    return """
        <section class="section" aria-labelledby="%1$s">
        <h2 id="%1$s">%2$s</h2>
        <p><code>GET %3$s</code></p>
        <p>%4$s</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Parameters of %2$s">
        <table>
        <thead><tr><th scope="col">Parameter</th><th scope="col">What it does</th>
        <th scope="col">Like</th></tr></thead>
        <tbody>
        %5$s</tbody>
        </table>
        </div>
        <p>Try: <a href="%6$s">%6$s</a></p>
        </section>
        """
        .formatted(e.name(), escaped(e.summary()), e.address(), escaped(e.about()), rows, example);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
