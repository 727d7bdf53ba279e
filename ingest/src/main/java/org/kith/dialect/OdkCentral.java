package org.kith.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * ODK Central's CSV of submissions, known by its first and last columns. Groups join names with
 * {@code -}, split choices with {@code /}. Older versions stop at the status; newer ones add the
 * state of review, devices, edits and the version of the form. Only submitted forms are there; one
 * that a reviewer rejected is set aside.
 */
final class OdkCentral implements Dialect {
  private static final Set<String> METADATA =
      Set.of(
          "SubmissionDate",
          "KEY",
          "AttachmentsPresent",
          "AttachmentsExpected",
          "Status",
          "ReviewState",
          "Edits",
          "FormVersion",
          "DeletedAt",
          "meta-instanceID",
          "meta-instanceName",
          "instanceID",
          "instanceName",
          "start",
          "end",
          "today");
  private static final Set<String> IDENTIFYING =
      Set.of("SubmitterID", "SubmitterName", "DeviceID", "deviceid", "username", "phonenumber");

  @Override
  public String tool() {
    return "odk";
  }

  @Override
  public Optional<Layout> recognise(Head head) {
    List<String> first = head.first().stream().map(Heading::tidy).toList();
    int key = first.indexOf("KEY");
    if (!first.get(0).equals("SubmissionDate") || key < 0) {
      return Optional.empty();
    }
    int review = first.indexOf("ReviewState");
    List<Heading> headings = new ArrayList<>();
    for (String name : first) {
      int column = headings.size();
      int slash = name.indexOf('/');
      headings.add(
          new Heading(
              column, name, List.of(), slash < 0 ? name : name.substring(0, slash), role(name)));
    }
    return Optional.of(
        new Layout(tool(), headings, 1)
            .response(key)
            .dates(List.of(0), "")
            .status(
                review < 0 ? Set.of() : Set.of(review),
                row ->
                    review >= 0 && "rejected".equalsIgnoreCase(row.cell(review))
                        ? RowStatus.DISCARDED
                        : RowStatus.COMPLETE)
            .choices(" ", false)
            .note("Dates are in universal time."));
  }

  private static Heading.Role role(String name) {
    boolean place =
        name.toLowerCase(Locale.ROOT).matches(".*-(latitude|longitude|altitude|accuracy)");
    if (IDENTIFYING.contains(name) || place) {
      return Heading.Role.IDENTIFYING;
    }
    return METADATA.contains(name) ? Heading.Role.METADATA : Heading.Role.QUESTION;
  }
}
