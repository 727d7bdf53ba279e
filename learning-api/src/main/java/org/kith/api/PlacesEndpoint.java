package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.View;
import org.kith.published.OrganisationRow;

/** {@code /places}: the places taking part. */
final class PlacesEndpoint {
  static final Endpoint<Places> ENDPOINT =
      Endpoint.of(
          "/places",
          "places",
          "Places",
          "The places taking part, in the order the workspace lists them.",
          List.of(),
          Places.class,
          (library, view, asked) -> of(view));

  /** The places taking part. */
  @Says("The places taking part.")
  record Places(
      @Says("The snapshot they come from.") String snapshot,
      @Says("In the order the workspace lists them.") List<Place> places) {}

  /** A place. */
  @Says("A place taking part.")
  record Place(
      @Says("Its id.") String place,
      @Says("Its name.") String name,
      @Says("Ids of the organisations that work there: your own first, then by name.")
          List<String> organisations) {}

  private PlacesEndpoint() {}

  static Places of(View view) {
    return new Places(
        view.snapshot(),
        view.places().stream()
            .map(
                p ->
                    new Place(
                        p.place(),
                        p.name(),
                        view.organisations().stream()
                            .filter(o -> o.place().equals(p.place()))
                            .map(OrganisationRow::organisation)
                            .toList()))
            .toList());
  }
}
