package org.kith.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How the bytes of an export become text.
 *
 * @param charset the character set
 * @param skip bytes of the byte-order mark, to be skipped
 * @param words what the report says about it
 */
public record Encoding(Charset charset, int skip, String words) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int BUFFER = 1 << 16;

  /**
   * What one look at all bytes of a file tells.
   *
   * @param encoding how to read it
   * @param sha256 hash of its bytes, in hexadecimal digits
   */
  public record Seen(Encoding encoding, String sha256) {}

  /**
   * Looks at every byte once: a byte-order mark decides; else strict UTF-8; else Windows-1252, as
   * Excel writes it.
   *
   * @throws IOException if the file cannot be read
   */
  public static Seen of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /**
   * Looks at every byte of what the caller opened and closes.
   *
   * @throws IOException if it cannot be read
   */
  public static Seen of(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    Utf8Check utf8 = new Utf8Check();
    byte[] first = new byte[3];
    int known = 0;
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
      for (int i = 0; i < n && known < 3; i++) {
        first[known++] = buffer[i];
      }
      utf8.feed(buffer, n);
    }
    return new Seen(of(first, known, utf8.finish()), HexFormat.of().formatHex(digest.digest()));
  }

  /** One hash for two files of which both count. */
  static String both(String sha256, String other) {
    MessageDigest digest = sha256();
    digest.update((sha256 + other).getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Encoding of(byte[] first, int known, boolean validUtf8) {
    if (known >= 2 && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE) {
      return new Encoding(StandardCharsets.UTF_16LE, 2, "UTF-16, said by its byte-order mark");
    }
    if (known >= 2 && first[0] == (byte) 0xFE && first[1] == (byte) 0xFF) {
      return new Encoding(StandardCharsets.UTF_16BE, 2, "UTF-16, said by its byte-order mark");
    }
    boolean mark =
        known == 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
    if (validUtf8) {
      return new Encoding(StandardCharsets.UTF_8, mark ? 3 : 0, "UTF-8");
    }
    return new Encoding(
        WINDOWS_1252,
        mark ? 3 : 0,
        "Windows-1252, because it is not valid UTF-8; check that names with accents read well");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Strict UTF-8, fed in pieces that may cut a character in two. */
  private static final class Utf8Check {
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer out = CharBuffer.allocate(BUFFER + 8);
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER + 8);
    private boolean valid = true;

    void feed(byte[] bytes, int n) {
      if (!valid) {
        return;
      }
      in.put(bytes, 0, n).flip();
      valid = !decoder.decode(in, out.clear(), false).isError();
      in.compact();
    }

    boolean finish() {
      in.flip();
      return valid && !decoder.decode(in, out.clear(), true).isError();
    }
  }
}
