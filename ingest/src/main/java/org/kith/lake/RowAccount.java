package org.kith.lake;

/**
 * Where the rows of an export went. It always adds up.
 *
 * @param received data rows in the file
 * @param accepted rows kept as complete
 * @param partial rows kept that were never submitted or stop early
 * @param previewOrTest rows set aside because the tool marks them as preview or test
 * @param duplicate rows set aside because a later row of the same person or response replaces them
 * @param withdrawn rows of people who took their answers out
 * @param rejected rows set aside with a reason
 */
public record RowAccount(
    long received,
    long accepted,
    long partial,
    long previewOrTest,
    long duplicate,
    long withdrawn,
    long rejected) {
  public RowAccount {
    long sum = accepted + partial + previewOrTest + duplicate + withdrawn + rejected;
    if (received != sum) {
      throw new IllegalArgumentException(
          "Rows do not add up: " + received + " received, " + sum + " accounted for.");
    }
  }

  /** The account of an export from which nobody took anything out. */
  public RowAccount(
      long received,
      long accepted,
      long partial,
      long previewOrTest,
      long duplicate,
      long rejected) {
    this(received, accepted, partial, previewOrTest, duplicate, 0, rejected);
  }

  /**
   * The account after kept rows were taken out.
   *
   * @param ofAccepted how many of them had been accepted
   * @param ofPartial how many of them had been kept in part
   */
  public RowAccount takenOut(long ofAccepted, long ofPartial) {
    return new RowAccount(
        received,
        accepted - ofAccepted,
        partial - ofPartial,
        previewOrTest,
        duplicate,
        withdrawn + ofAccepted + ofPartial,
        rejected);
  }
}
