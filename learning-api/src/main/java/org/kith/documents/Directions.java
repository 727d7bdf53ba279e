package org.kith.documents;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.Locale;

/** Puts words written from right to left in their order on a line, with what Java brings. */
final class Directions implements BidiSplitter, BidiReorderer {
  private static final String LEFT = "([{<«‹";
  private static final String RIGHT = ")]}>»›";

  private Bidi paragraph = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

  @Override
  public void setParagraph(String words, byte direction) {
    paragraph =
        new Bidi(
            words,
            switch (direction) {
              case LTR -> Bidi.DIRECTION_LEFT_TO_RIGHT;
              case RTL -> Bidi.DIRECTION_RIGHT_TO_LEFT;
              default -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
            });
  }

  @Override
  public int countTextRuns() {
    return paragraph.getRunCount();
  }

  /** Runs come in the order of reading; on a line those of a higher level stand the other way. */
  @Override
  public BidiTextRun getVisualRun(int index) {
    int count = paragraph.getRunCount();
    byte[] levels = new byte[count];
    Integer[] order = new Integer[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) paragraph.getRunLevel(i);
      order[i] = i;
    }
    Bidi.reorderVisually(levels, 0, order, 0, count);
    int run = order[index];
    int start = paragraph.getRunStart(run);
    return new BidiTextRun(
        start, paragraph.getRunLimit(run) - start, paragraph.getRunLevel(run) % 2 == 0 ? LTR : RTL);
  }

  @Override
  public byte getBaseDirection(String words) {
    return Letters.rightToLeft(words) ? RTL : LTR;
  }

  /** The letters from the last to the first, each with its marks, brackets turned round. */
  @Override
  public String reorderRTLTextToLTR(String words) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(words);
    StringBuilder turned = new StringBuilder(words.length());
    int end = letters.last();
    for (int start = letters.previous(); start != BreakIterator.DONE; start = letters.previous()) {
      turned.append(mirrored(words.substring(start, end)));
      end = start;
    }
    return turned.toString();
  }

  private static String mirrored(String letter) {
    if (letter.length() == 1 && LEFT.contains(letter)) {
      return RIGHT.substring(LEFT.indexOf(letter), LEFT.indexOf(letter) + 1);
    }
    if (letter.length() == 1 && RIGHT.contains(letter)) {
      return LEFT.substring(RIGHT.indexOf(letter), RIGHT.indexOf(letter) + 1);
    }
    return letter;
  }

  @Override
  public String shapeText(String words) {
    return words;
  }

  @Override
  public String deshapeText(String words) {
    return words;
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }
}
