package org.kith.notebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notebook as one page that needs nothing else: what Jupyter makes of its cells, in a frame of
 * its own. Pictures are inside; nothing is fetched.
 */
final class NotebookPage {
  private static final Pattern TITLE = Pattern.compile("<h1 id=\"[^\"]*\">(.*?)<a class");
  private static final Pattern ANCHOR = Pattern.compile("<a class=\"anchor-link\"[^>]*>.*?</a>");
  private static final Pattern PROMPT =
      Pattern.compile("<div class=\"prompt[^\"]*\">\\s*(In|Out)?[^<]*</div>");
  private static final Pattern PICTURE = Pattern.compile("<img (?![^>]*alt=)");

  private NotebookPage() {}

  /**
   * The page.
   *
   * @param body what {@code nbconvert --template basic} gives
   */
  static String of(String body) {
    Matcher found = TITLE.matcher(body);
    String title = found.find() ? found.group(1) : "Notebook";
    String bare = ANCHOR.matcher(body).replaceAll("");
    bare = PROMPT.matcher(bare).replaceAll("");
    bare =
        PICTURE
            .matcher(bare)
            .replaceAll("<img alt=\"A chart; the words and tables around it say what it shows.\" ");
    // Wide tables and code scroll by themselves, also for who has no mouse.
    bare = bare.replace("<pre>", "<pre tabindex=\"0\">");
    bare = bare.replaceAll("(<div class=\"output_html[^\"]*\")", "$1 tabindex=\"0\"");
    bare = bare.replaceAll("href=\"([a-z-]+)\\.ipynb\"", "href=\"$1.html\"");
    return HEAD.formatted(title)
        + bare.replaceAll("(?m)[ \\t]+$", "").replaceAll("\n{3,}", "\n\n")
        + FOOT;
  }

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      body { max-width: 56rem; margin: 0 auto; padding: 1rem; font: 1.0625rem/1.55 Georgia, serif;
        color: #222; background: #fff; }
      h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25; margin: 2.2rem 0 .6rem; }
      pre { font: .875rem/1.45 ui-monospace, monospace; overflow-x: auto; padding: .75rem 1rem;
        background: #f5f4f0; border-left: 3px solid #1f5285; }
      .output_stream pre { white-space: pre-wrap; }
      .output_text pre, .output_stream pre { background: none; border-left-color: #bbb; }
      img { max-width: 100%%; height: auto; }
      .output_html { overflow-x: auto; }
      table { border-collapse: collapse; font: .9375rem/1.4 system-ui, sans-serif; margin: .5rem 0; }
      caption { text-align: left; font-weight: 600; padding: .3rem 0; }
      th, td { text-align: left; padding: .25rem .7rem .25rem 0; border-bottom: 1px solid #ddd;
        vertical-align: top; }
      a { color: #1f5285; }
      .k, .kd, .kn, .kt { color: #1f5285; } .s { color: #6b4a12; } .c1, .cm { color: #595959; }
      </style>
      </head>
      <body>
      <main>
      """;

  private static final String FOOT =
      """
      </main>
      </body>
      </html>
      """;
}
