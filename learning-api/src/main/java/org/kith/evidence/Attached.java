package org.kith.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/**
 * A file somebody attached. What it is comes from its bytes; the name it had says nothing.
 *
 * @param name for people, without a folder and without characters that mean something elsewhere
 * @param type one of few: PDF, PNG, JPEG, CSV, plain text
 */
@SuppressWarnings("ArrayRecordComponent") // its bytes are never compared
public record Attached(String name, String type, byte[] bytes) {
  /** The most bytes a file may have. */
  public static final int MOST_BYTES = 1024 * 1024;

  private static final int LONGEST_NAME = 120;
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  /**
   * A file as it was sent.
   *
   * @throws ProblemException if it is empty, too large, or of no kind that is kept
   */
  public static Attached of(String name, byte[] bytes) {
    if (bytes.length == 0) {
      throw refused(Problem.Kind.NOT_ACCEPTED, "The file is empty.");
    }
    if (bytes.length > MOST_BYTES) {
      throw refused(Problem.Kind.TOO_LARGE, "A file has at most 1 MB.");
    }
    String type = type(bytes);
    return new Attached(named(name, type), type, bytes);
  }

  private static String type(byte[] bytes) {
    if (starts(bytes, PDF)) {
      return "application/pdf";
    }
    if (starts(bytes, PNG)) {
      return "image/png";
    }
    if (starts(bytes, JPEG)) {
      return "image/jpeg";
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r')) {
        return columns(text) ? "text/csv" : "text/plain";
      }
    } catch (CharacterCodingException e) {
      // Told below, like every other file that is not kept.
    }
    throw refused(
        Problem.Kind.NOT_ACCEPTED,
        "That is none of the files that are kept: PDF, PNG, JPEG, CSV or plain text (UTF-8).");
  }

  private static boolean starts(byte[] bytes, byte[] with) {
    return bytes.length >= with.length
        && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
  }

  /** Whether the first lines all have the same number of commas or semicolons, and some. */
  private static boolean columns(String text) {
    List<String> lines = text.lines().limit(5).filter(l -> !l.isBlank()).toList();
    for (char separator : new char[] {',', ';', '\t'}) {
      long first = lines.isEmpty() ? 0 : count(lines.get(0), separator);
      if (lines.size() > 1 && first > 0) {
        if (lines.stream().allMatch(l -> count(l, separator) == first)) {
          return true;
        }
      }
    }
    return false;
  }

  private static long count(String line, char of) {
    return line.chars().filter(c -> c == of).count();
  }

  /** Letters, digits and a few marks only, with the ending that belongs to what it is. */
  private static String named(String given, String type) {
    String plain = given == null ? "" : given.replaceAll("^.*[/\\\\]", "");
    String safe =
        plain
            .replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
            .replaceAll("[^\\p{L}\\p{N}._ ()-]", "-")
            .replaceAll("^[.\\s-]+", "")
            .strip();
    String cut = safe.codePoints().limit(LONGEST_NAME).collect(
            StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
    return (cut.isEmpty() ? "file" : cut) + "." + ending(type);
  }

  private static String ending(String type) {
    return switch (type) {
      case "application/pdf" -> "pdf";
      case "image/png" -> "png";
      case "image/jpeg" -> "jpg";
      case "text/csv" -> "csv";
      default -> "txt";
    };
  }

  private static ProblemException refused(Problem.Kind kind, String why) {
    return ProblemException.of(kind, why);
  }
}
