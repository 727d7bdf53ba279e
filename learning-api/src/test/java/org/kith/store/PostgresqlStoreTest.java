package org.kith.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What is said when the database is not there. */
class PostgresqlStoreTest {
  @Test
  void a_server_that_does_not_answer_is_named_with_what_to_do() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(
            () ->
                Store.postgresql("jdbc:postgresql://127.0.0.1:" + port + "/kith", "kith", "s3cr3t"))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "The learning store's database kith on 127.0.0.1:"
                + port
                + " does not answer. Start PostgreSQL, or correct store: in kith.yaml; without that"
                + " line the embedded store is used.");
  }

  @Test
  void a_database_that_is_not_there_is_named_with_what_to_do() {
    int port = RealDatabase.Postgres.port();
    assertThatThrownBy(
            () ->
                Store.postgresql("jdbc:postgresql://localhost:" + port + "/none", "postgres", null))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "The learning store's database none on localhost:"
                + port
                + " does not exist. Make it: createdb none");
  }

  @Test
  void a_user_who_is_not_let_in_is_told_where_users_come_from() {
    int port = RealDatabase.Postgres.port();
    assertThatThrownBy(
            () ->
                Store.postgresql(
                    "jdbc:postgresql://localhost:" + port + "/postgres", "stranger", "s3cr3t"))
        .hasMessage(
            "The learning store's database postgres on localhost:"
                + port
                + " does not let this user in. Set KITH_STORE_USER and KITH_STORE_PASSWORD in the"
                + " environment.");
  }
}
