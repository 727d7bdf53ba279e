package org.kith.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.kith.learning.View;
import org.kith.published.AnswerRow;
import org.kith.published.ItemRow;

/** Lines for R that check a questionnaire's figures, to be copied. */
final class CheckInR {

  private CheckInR() {}

  static String of(View view, Questionnaire about) {
    String id = about.id();
    List<ItemRow> items = about.items(view);
    StringBuilder lines = new StringBuilder();
    lines.append("# What was published: snapshot ").append(view.snapshot()).append("\n");
    lines.append("published <- read.csv(\"reliability.csv\")\n");
    lines.append("subset(published, instrument == \"").append(id).append("\")\n\n");
    lines.append("# From the answers, by those who may, on the machine that holds them\n");
    lines.append("answers <- as.data.frame(arrow::open_dataset(\n");
    lines.append("  \"lake/protected/responses/").append(id).append("\"))\n");
    lines
        .append("answers <- subset(answers, wave == \"")
        .append(about.wave().wave())
        .append("\")\n");
    lines.append("items <- answers[, c(").append(names(items)).append(")]\n");
    lines.append("items[items < 0] <- NA   # kinds of missing\n");
    for (ItemRow item : items) {
      if (item.reversed()) {
        List<Integer> codes =
            view.answers(id, item.item()).stream()
                .filter(a -> !a.excluded())
                .map(AnswerRow::code)
                .sorted()
                .toList();
        if (!codes.isEmpty()) {
          int both = codes.get(0) + codes.get(codes.size() - 1);
          lines.append("items$").append(item.item()).append(" <- ").append(both);
          lines.append(" - items$").append(item.item());
          lines.append("   # asked the other way round\n");
        }
      }
    }
    lines.append("items <- na.omit(items)\n");
    lines.append("nrow(items)\n");
    if (items.size() > 1) {
      lines.append("alpha <- psych::alpha(items)\n");
      lines.append("alpha$total$raw_alpha\n");
      lines.append("alpha$feldt\n");
      lines.append("alpha$item.stats$r.drop        # with the rest\n");
      lines.append("alpha$alpha.drop$raw_alpha     # without it\n");
      lines.append("psych::omega(items, nfactors = 1, fm = \"minres\", plot = FALSE)$omega.tot\n");
    } else {
      lines.append("table(items)\n");
    }
    return lines.toString();
  }

  private static String names(List<ItemRow> items) {
    return items.stream().map(i -> "\"" + i.item() + "\"").collect(Collectors.joining(", "));
  }
}
