package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.View;

/** {@code /organisations}: who takes part, with no number beside a name. */
final class OrganisationsEndpoint {
  static final Endpoint<Organisations> ENDPOINT =
      Endpoint.of(
          "/organisations",
          "organisations",
          "Organisations",
          "Who takes part: your own organisation first, then by name. No number stands beside a"
              + " name.",
          List.of(),
          Organisations.class,
          (library, view, asked) -> of(view));

  /** Who takes part. */
  @Says("Who takes part.")
  record Organisations(
      @Says("The snapshot they come from.") String snapshot,
      @Says("Your own first, then by name.") List<Organisation> organisations) {}

  /** An organisation. */
  @Says("An organisation taking part.")
  record Organisation(
      @Says("Its id.") String organisation,
      @Says("Its name.") String name,
      @Says("Id of the place it works in.") String place,
      @Says("Whether it is yours.") boolean mine) {}

  private OrganisationsEndpoint() {}

  static Organisations of(View view) {
    return new Organisations(
        view.snapshot(),
        view.organisations().stream()
            .map(
                o ->
                    new Organisation(
                        o.organisation(),
                        o.name(),
                        o.place(),
                        o.organisation().equals(view.viewer().organisation())))
            .toList());
  }
}
