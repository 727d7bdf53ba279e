package org.kith.residents;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What was learned from what people said: the accounts that everybody who came has approved and
 * that are published, the latest first.
 *
 * @param review id of the review it is the account of
 * @param name of the review
 * @param day ISO day of its publishing
 * @param learnings line by line, in the order of the account
 */
public record Learned(
    String review, String name, String day, String summary, List<String> learnings) {

  /** All of it. */
  public static List<Learned> all(Handle h) {
    List<Learned> bare =
        h.createQuery(
                "select r.id, r.name, r.published, a.summary from review r"
                    + " join account a on a.review = r.id where r.published is not null"
                    + " and a.version = (select max(b.version) from account b where b.review = r.id)"
                    + " order by r.published desc, r.id")
            .map(
                (row, ctx) ->
                    new Learned(
                        row.getString("id"),
                        row.getString("name"),
                        Instant.ofEpochMilli(row.getLong("published"))
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .toString(),
                        row.getString("summary"),
                        List.of()))
            .list();
    List<Learned> all = new ArrayList<>();
    for (Learned one : bare) {
      List<String> lines =
          h.createQuery("select words from learning where review = :review order by position, id")
              .bind("review", one.review())
              .mapTo(String.class)
              .list();
      all.add(new Learned(one.review(), one.name(), one.day(), one.summary(), lines));
    }
    return all;
  }
}
