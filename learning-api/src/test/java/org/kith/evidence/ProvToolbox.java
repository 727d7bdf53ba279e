package org.kith.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openprovenance.prov.json.ProvDeserialiser;
import org.openprovenance.prov.model.Document;
import org.openprovenance.prov.model.ProvFactory;
import org.openprovenance.prov.model.QualifiedName;
import org.openprovenance.prov.validation.Config;
import org.openprovenance.prov.validation.ObjectMaker;
import org.openprovenance.prov.validation.Unknown;
import org.openprovenance.prov.validation.Validate;
import org.openprovenance.prov.validation.VarQName;
import org.openprovenance.prov.validation.report.ValidationReport;

/**
 * ProvToolbox, by the editors of W3C PROV: reads PROV-JSON and checks it against PROV-CONSTRAINTS
 * (W3C recommendation of 30 April 2013).
 */
final class ProvToolbox {
  private static final ProvFactory FACTORY = new org.openprovenance.prov.vanilla.ProvFactory();

  private ProvToolbox() {}

  static Document read(byte[] json) throws IOException {
    return new ProvDeserialiser(FACTORY).deserialiseDocument(new ByteArrayInputStream(json));
  }

  /** What is wrong with a document; empty when it is valid. */
  static List<String> wrong(byte[] json) throws IOException {
    Validate validate = new Validate(Config.newYesToAllConfig(FACTORY, new Names()));
    ValidationReport report = validate.validate(read(json));
    List<String> wrong = new ArrayList<>();
    report.getCycle().forEach(c -> wrong.add("cycle of events"));
    report.getFailedMerge().forEach(m -> wrong.add("two that cannot be one"));
    report.getTypeOverlap().forEach(t -> wrong.add("an entity that is an activity"));
    if (report.getMalformedStatements() != null) {
      wrong.add("malformed: " + report.getMalformedStatements().getStatement());
    }
    if (report.getSpecializationReport() != null) {
      wrong.add("specialised by itself");
    }
    return wrong;
  }

  private static final class Variable extends org.openprovenance.prov.vanilla.QualifiedName
      implements VarQName {
    Variable(String namespace, String local, String prefix) {
      super(namespace, local, prefix);
    }
  }

  private static final class Anything extends org.openprovenance.prov.vanilla.QualifiedName
      implements Unknown {
    Anything(String local) {
      super("http://openprovenance.org/Validator#", local, "val");
    }
  }

  private static final class Names implements ObjectMaker {
    @Override
    public VarQName makeVarQName(String namespace, String local, String prefix) {
      return new Variable(namespace, local, prefix);
    }

    @Override
    public VarQName makeVarQName(QualifiedName name) {
      return new Variable(name.getNamespaceURI(), name.getLocalPart(), name.getPrefix());
    }

    @Override
    public Unknown makeUnknown(String local, String kind) {
      return new Anything(local + kind);
    }
  }
}
