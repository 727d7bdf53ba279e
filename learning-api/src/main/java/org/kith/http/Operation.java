package org.kith.http;

/**
 * What an address of the API does, for the OpenAPI document. The records are those that the handler
 * reads and writes, so the document cannot say anything else.
 *
 * @param name for programs that are generated from the document; used once
 * @param summary one sentence
 * @param takes what is sent, or null when nothing is
 * @param answers what comes back, or null when only a status does
 */
public record Operation(
    String name, String summary, Class<? extends Record> takes, Class<? extends Record> answers) {

  /** An address that is asked and sends nothing. */
  public static Operation asks(String name, String summary, Class<? extends Record> answers) {
    return new Operation(name, summary, null, answers);
  }

  /** An address that is sent something. */
  public static Operation takes(
      String name, String summary, Class<? extends Record> takes, Class<? extends Record> answers) {
    return new Operation(name, summary, takes, answers);
  }
}
