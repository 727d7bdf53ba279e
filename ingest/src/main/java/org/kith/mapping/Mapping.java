package org.kith.mapping;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kith.instrument.Missing;

/**
 * What one layout of an export means: a file in {@code mappings/}.
 *
 * @param file its name for messages: {@code mappings/northside.yaml}
 * @param match the file names in {@code raw/} it is for, with * and ?
 * @param tool the survey tool, or empty when the structure of the file decides alone
 * @param organisation where the organisation's id comes from
 * @param wave where the wave comes from
 * @param person column of the person's id, or empty when every response is its own person
 * @param response column of the response's id, or empty for the tool's own
 * @param code column of the code that a person may hold, or empty
 * @param weight column of the design weight, or empty when every person counts as one
 * @param groups where known groups come from, by group id
 * @param items which column is which item
 * @param missing cells that mean a kind of missing, in any item's column
 */
public record Mapping(
    String file,
    String match,
    String tool,
    Source organisation,
    Source wave,
    String person,
    String response,
    String code,
    String weight,
    Map<String, Source> groups,
    List<ItemSource> items,
    Map<String, Missing> missing) {

  /**
   * Where one value of a row comes from.
   *
   * @param column its heading, or empty for a constant
   * @param constant the value of every row, or empty for a column
   * @param values what the cells mean; empty when they stand for themselves
   * @param format how dates are written, or empty
   * @param otherwise heading of the column to read when the first is blank, or empty
   */
  public record Source(
      String column, String constant, Map<String, String> values, String format, String otherwise) {
    public Source {
      values = Map.copyOf(values);
    }
  }

  /**
   * Which column answers an item.
   *
   * @param instrument its id
   * @param item its id
   * @param column the heading
   * @param choice for a cell that holds several ticked choices: the choice this item is about,
   *     whose answer is 1 when ticked and 0 when not; otherwise empty
   * @param choices all choices of such a question, where one may hold what separates them;
   *     otherwise empty
   * @param codes what the cells mean: an answer's code or a kind of missing; empty when they are
   *     codes or labels themselves
   * @param missing cells of this column that mean a kind of missing; "" for a blank
   */
  public record ItemSource(
      String instrument,
      String item,
      String column,
      String choice,
      List<String> choices,
      Map<String, Integer> codes,
      Map<String, Missing> missing) {
    public ItemSource {
      choices = List.copyOf(choices);
      codes = Map.copyOf(codes);
      missing = Map.copyOf(missing);
    }
  }

  public Mapping {
    groups = Map.copyOf(groups);
    items = List.copyOf(items);
    missing = Map.copyOf(missing);
  }

  /** Whether this mapping is for a file of this name. */
  public boolean isFor(String fileName) {
    return FileSystems.getDefault()
        .getPathMatcher("glob:" + match)
        .matches(Path.of(fileName).getFileName());
  }
}
