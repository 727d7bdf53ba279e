package org.kith.spotter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a number must fulfil besides looking the part. */
final class Checks {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private Checks() {}

  static boolean hold(String check, String found) {
    return switch (check) {
      case "nhs" -> nhs(found.replaceAll("[^0-9]", ""));
      case "date" -> date(found);
      default -> true;
    };
  }

  /**
   * Whether the tenth digit is the check digit: 11 less the rest, by 11, of the nine before
   * weighted 10 to 2; 11 counts as 0 and 10 never occurs. NHS Data Dictionary, NHS NUMBER.
   */
  static boolean nhs(String digits) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (digits.charAt(i) - '0') * (10 - i);
    }
    int check = (11 - sum % 11) % 11;
    return check == digits.charAt(9) - '0';
  }

  /** Whether three numbers can be a day, a month and a year in some order. */
  private static boolean date(String found) {
    int[] parts = new int[3];
    Matcher m = NUMBER.matcher(found);
    for (int i = 0; m.find(); i++) {
      parts[i] = Integer.parseInt(m.group());
    }
    if (parts[0] > 31) {
      return parts[1] <= 12 && parts[1] > 0 && parts[2] <= 31 && parts[2] > 0;
    }
    return parts[0] > 0
        && parts[1] > 0
        && (parts[1] <= 12 ? parts[0] <= 31 : parts[0] <= 12 && parts[1] <= 31);
  }
}
