package org.kith.workspace;

import java.util.ArrayList;
import java.util.List;
import org.kith.published.Manifest.DisclosureRules;

/**
 * What {@code kith.yaml} says. Few keys, each with a good default.
 *
 * @param name what the people taking part call this
 * @param question the question this place is working on now, or empty
 * @param notUsedFor what the numbers may not be used for, in the words the organisations agreed
 * @param invented whether every place, person and number in the workspace is made up, which every
 *     page then says
 * @param disclosure when a number is hidden; default 10 people, rounding to 5, 3 organisations, 11
 *     people where they are staff
 * @param groups how quasi-identifiers become known groups
 * @param store JDBC address of a PostgreSQL database for the learning store, or empty for the
 *     embedded one; the user and password come from the environment, never from the file
 * @param signIn a council's own sign-in, or null where people sign in with a passphrase only
 */
public record Settings(
    String name,
    String question,
    String notUsedFor,
    boolean invented,
    DisclosureRules disclosure,
    List<Group> groups,
    String store,
    SignIn signIn) {

  /**
   * A council's own sign-in by OpenID Connect. The client's secret comes from the environment.
   *
   * @param issuer its address, from which everything else is found
   * @param clientId what it knows this server as
   */
  public record SignIn(String issuer, String clientId) {}

  /** Settings of a workspace where people sign in with a passphrase only. */
  public Settings(
      String name,
      String question,
      String notUsedFor,
      boolean invented,
      DisclosureRules disclosure,
      List<Group> groups,
      String store) {
    this(name, question, notUsedFor, invented, disclosure, groups, store, null);
  }

  /**
   * A known group that a quasi-identifier is generalised into.
   *
   * @param id column name in the lake, after {@code group_}: {@code age} ({@code [a-z][a-z0-9_]*})
   * @param name heading for people: "Age"
   * @param rule how a raw value becomes a group
   * @param bands for {@link Rule#BANDS}: lower edges of the age bands, rising, such as 16, 35, 55,
   *     75; empty otherwise
   * @param values for {@link Rule#LISTED}: the group names that are kept as they are, in order;
   *     anything else becomes unknown and is counted in the report; empty otherwise
   */
  public record Group(String id, String name, Rule rule, List<Integer> bands, List<String> values) {

    /** The ways to generalise. */
    public enum Rule {
      /** A whole number, such as an age, to a band. */
      BANDS,
      /** A UK postcode to its outward code, "LM1 4QT" to "LM1". */
      OUTWARD_CODE,
      /** One of a short list of answers. */
      LISTED
    }

    public Group {
      bands = List.copyOf(bands);
      values = List.copyOf(values);
      if (!id.matches("[a-z][a-z0-9_]*")) {
        throw new IllegalArgumentException(
            "Group id '" + id + "' must be lower-case letters, digits and _.");
      }
      for (int i = 0; i < bands.size(); i++) {
        if (bands.get(i) < (i == 0 ? 0 : bands.get(i - 1) + 1)) {
          throw new IllegalArgumentException(
              "The bands of group " + id + " must rise from 0 or more: " + bands + ".");
        }
      }
      if (values.stream().distinct().count() != values.size()) {
        throw new IllegalArgumentException("Group " + id + " lists a value twice: " + values + ".");
      }
    }

    /**
     * The names of the groups, in their order: "under 16", "16 to 34", …, "75 and over" for bands;
     * the values for a list; empty for outward codes, which are as many as there are.
     */
    public List<String> labels() {
      if (rule != Rule.BANDS) {
        return values;
      }
      List<String> labels = new ArrayList<>();
      if (bands.get(0) > 0) {
        labels.add("under " + bands.get(0));
      }
      for (int i = 0; i < bands.size() - 1; i++) {
        int last = bands.get(i + 1) - 1;
        labels.add(bands.get(i) == last ? String.valueOf(last) : bands.get(i) + " to " + last);
      }
      labels.add(bands.get(bands.size() - 1) + " and over");
      return List.copyOf(labels);
    }

    /**
     * The name of the band a number falls in.
     *
     * @param number 0 or more, such as an age in whole years
     */
    public String band(int number) {
      int edges = (int) bands.stream().filter(edge -> edge <= number).count();
      return labels().get(bands.get(0) > 0 ? edges : edges - 1);
    }
  }

  public Settings {
    groups = List.copyOf(groups);
  }
}
