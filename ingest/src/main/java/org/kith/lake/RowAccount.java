package org.kith.lake;

/**
 * Where the rows of an export went. It always adds up.
 *
 * @param received data rows in the file
 * @param accepted rows kept as complete
 * @param partial rows kept that were never submitted or stop early
 * @param previewOrTest rows set aside because the tool marks them as preview or test
 * @param duplicate rows set aside because a later row of the same person or response replaces them
 * @param rejected rows set aside with a reason
 */
public record RowAccount(
    long received, long accepted, long partial, long previewOrTest, long duplicate, long rejected) {
  public RowAccount {
    long sum = accepted + partial + previewOrTest + duplicate + rejected;
    if (received != sum) {
      throw new IllegalArgumentException(
          "Rows do not add up: " + received + " received, " + sum + " accounted for.");
    }
  }
}
