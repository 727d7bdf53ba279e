package org.kith.exports;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kith.published.AnswerRow;
import org.kith.published.Codebook;
import org.kith.published.Codebook.Column;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;
import org.kith.published.Manifest;

/**
 * A DDI-Codebook 2.5 document of a package: the study, its files and variables, and the questions
 * that were asked with their answers, so that an archive can take it in.
 */
final class Ddi {
  private static final String NAMESPACE = "ddi:codebook:2_5";

  /** What was asked. */
  record Asked(List<InstrumentRow> instruments, List<ItemRow> items, List<AnswerRow> answers) {}

  private final XMLStreamWriter xml;

  private Ddi(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(Manifest manifest, Asked asked, List<Sheet<?>> sheets) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new Ddi(xml).write(manifest, asked, sheets);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Text can be written to a string.", e);
    }
    return text.toString();
  }

  private void write(Manifest manifest, Asked asked, List<Sheet<?>> sheets)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement("codeBook");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("version", "2.5");
    xml.writeAttribute("ID", "kith-" + manifest.id());
    line();
    study(manifest, asked);
    for (Sheet<?> sheet : sheets) {
      file(sheet);
    }
    open("dataDscr");
    for (InstrumentRow instrument : asked.instruments()) {
      group(instrument, asked.items());
    }
    for (InstrumentRow instrument : asked.instruments()) {
      for (ItemRow item : asked.items()) {
        if (item.instrument().equals(instrument.instrument())) {
          question(item, asked.answers());
        }
      }
    }
    for (Sheet<?> sheet : sheets) {
      for (Column column : sheet.columns()) {
        variable(sheet, column);
      }
    }
    close();
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private void study(Manifest manifest, Asked asked) throws XMLStreamException {
    open("stdyDscr");
    open("citation");
    open("titlStmt");
    element("titl", manifest.workspace());
    element("IDNo", manifest.id());
    close();
    open("prodStmt");
    element("prodDate", manifest.made());
    element("software", "Kith " + manifest.version());
    close();
    close();
    open("stdyInfo");
    element("abstract", Terms.about(manifest));
    open("sumDscr");
    element("anlyUnit", "Organisations, places and everyone taking part");
    element("universe", "People around the organisations taking part who returned a form");
    element("dataKind", "Aggregate data: rounded counts with small numbers hidden");
    close();
    close();
    open("dataAccs");
    open("useStmt");
    element(
        "confDec",
        "No row is about one person. Fewer than %d people are hidden, and whatever would give them away."
            .formatted(manifest.disclosure().people()));
    for (InstrumentRow instrument : asked.instruments()) {
      element(
          "citReq",
          instrument.name()
              + ": "
              + instrument.licence()
              + (instrument.attribution().isBlank() ? "" : ". " + instrument.attribution()));
    }
    element("conditions", Terms.TABLES_TITLE);
    if (!manifest.about().notUsedFor().isBlank()) {
      element("disclaimer", "Not to be used for: " + manifest.about().notUsedFor());
    }
    close();
    close();
    close();
  }

  private void file(Sheet<?> sheet) throws XMLStreamException {
    open("fileDscr", "ID", "F-" + sheet.table().name());
    open("fileTxt");
    element("fileName", "data/" + sheet.table().name() + ".csv");
    element("fileCont", Codebook.text(sheet.table()));
    open("dimensns");
    element("caseQnty", String.valueOf(sheet.rows().size()));
    element("varQnty", String.valueOf(sheet.columns().size()));
    close();
    element("fileType", "text/csv, UTF-8");
    close();
    close();
  }

  private void group(InstrumentRow instrument, List<ItemRow> items) throws XMLStreamException {
    List<String> ids =
        items.stream()
            .filter(i -> i.instrument().equals(instrument.instrument()))
            .map(Ddi::id)
            .toList();
    open(
        "varGrp",
        "ID",
        "I-" + instrument.instrument(),
        "type",
        "grid",
        "var",
        String.join(" ", ids));
    element("labl", instrument.name());
    element("concept", instrument.construct());
    close();
  }

  private static String id(ItemRow item) {
    return "Q-" + item.instrument() + "-" + item.item();
  }

  private void question(ItemRow item, List<AnswerRow> answers) throws XMLStreamException {
    open("var", "ID", id(item), "name", item.item());
    element("labl", item.wording());
    open("qstn");
    element("qstnLit", item.wording());
    close();
    for (AnswerRow answer : answers) {
      if (answer.instrument().equals(item.instrument()) && answer.item().equals(item.item())) {
        open("catgry");
        element("catValu", String.valueOf(answer.code()));
        element("labl", answer.label());
        close();
      }
    }
    close();
  }

  private void variable(Sheet<?> sheet, Column column) throws XMLStreamException {
    String file = sheet.table().name();
    open(
        "var",
        "ID",
        "V-" + file + "-" + column.name(),
        "name",
        column.name(),
        "files",
        "F-" + file,
        "intrvl",
        column.type() == Codebook.Type.NUMBER ? "contin" : "discrete");
    element("labl", column.text());
    for (String value : column.values()) {
      open("catgry");
      element("catValu", value);
      element("labl", value.toLowerCase(Locale.ROOT).replace('_', ' '));
      close();
    }
    xml.writeEmptyElement("varFormat");
    boolean numeric = column.type() == Codebook.Type.NUMBER || column.type() == Codebook.Type.WHOLE;
    xml.writeAttribute("type", numeric ? "numeric" : "character");
    line();
    close();
  }

  private void open(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
    line();
  }

  private void close() throws XMLStreamException {
    xml.writeEndElement();
    line();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
    line();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
