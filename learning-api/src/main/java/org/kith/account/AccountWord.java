package org.kith.account;

import java.io.IOException;
import java.util.List;
import org.kith.documents.Drawing;
import org.kith.documents.WordDocument;

/** Writes an account as a Word document, with its charts as pictures. */
final class AccountWord {
  private final WordDocument document;
  private final Paper paper;
  private final Account account;

  private AccountWord(WordDocument document, Paper paper) {
    this.document = document;
    this.paper = paper;
    this.account = paper.account();
  }

  static byte[] of(Paper paper) throws IOException {
    String title = (paper.account().draft() ? "Draft: " : "") + paper.account().title();
    try (WordDocument document = new WordDocument(title, "Those who took part")) {
      AccountWord word = new AccountWord(document, paper);
      word.about();
      word.asked();
      word.decided();
      word.after();
      return document.bytes();
    }
  }

  private void about() {
    if (account.draft()) {
      document.subheading(
          "Draft, version %d. Only those who take part in this review are meant to read it."
              .formatted(account.version()));
    }
    document.quiet("What was learned in a review · " + paper.kicker());
    document.title(account.title());
    document.lines(account.summary());
    part("What the review was for", account.purpose());
    part("Not to be used for", account.notUsedFor());
    list("Who was there", account.there());
    list("Who was not", account.absent());
    list("Learning cycles it is about", account.cycles());
    if (!account.learnings().isEmpty()) {
      document.heading("What we learned");
      account.learnings().forEach(document::bullet);
    }
    happened("What happened to what we said last time", account.happened());
  }

  private void part(String heading, String words) {
    if (!words.isEmpty()) {
      document.subheading(heading);
      document.lines(words);
    }
  }

  private void list(String heading, List<String> words) {
    if (!words.isEmpty()) {
      document.subheading(heading);
      words.forEach(document::bullet);
    }
  }

  private void happened(String heading, List<Account.Happened> all) {
    if (!all.isEmpty()) {
      document.heading(heading);
      for (Account.Happened one : all) {
        document.subheading(one.said());
        document.lines(Paper.word(one) + ". " + one.words());
      }
    }
  }

  private void asked() throws IOException {
    if (!account.questions().isEmpty()) {
      document.heading("What we asked, and how we read it");
    }
    for (Account.Question question : account.questions()) {
      document.subheading(question.words());
      figure(question);
      if (!question.expected().isEmpty()) {
        document.minor("What we said before we looked");
        for (String drawing : Picture.drawings(paper.said(question))) {
          Drawing chart = Drawing.of(drawing);
          document.picture(
              chart.png(),
              "said-" + question.position() + ".png",
              chart.width(),
              chart.height(),
              Paper.SAID);
        }
        question.expected().forEach(document::bullet);
      }
      if (!question.readings().isEmpty() || !question.kept().isEmpty()) {
        document.minor("Readings written alone, before anyone saw another’s");
      }
      for (Account.Column column : question.readings()) {
        document.quiet(column.voice());
        column.said().forEach(s -> document.said("“" + s + "”"));
      }
      if (!question.kept().isEmpty()) {
        document.quiet("Fits none of these, and kept");
        question.kept().forEach(s -> document.said("“" + s + "”"));
      }
      notes(question.notes());
      if (question.silent()) {
        document.quiet(Account.SILENT);
      }
    }
    if (!account.notes().isEmpty()) {
      document.heading("What else we wrote down");
      notes(account.notes());
    }
  }

  private void figure(Account.Question question) throws IOException {
    Picture picture = paper.picture(question);
    if (picture == null) {
      if (!paper.instead(question).isEmpty()) {
        document.quiet(paper.instead(question));
      }
      return;
    }
    document.paragraph(picture.title());
    document.quiet(picture.reads());
    int number = 1;
    for (String drawing : picture.drawings()) {
      Drawing chart = Drawing.of(drawing);
      document.picture(
          chart.png(),
          picture.id() + "-" + number++ + ".png",
          chart.width(),
          chart.height(),
          "Chart: " + picture.title() + " The numbers stand in the table below it.");
    }
    document.quiet(picture.caption());
    document.table(
        picture.columns(),
        picture.rows().stream().map(r -> r.stream().map(Picture.Cell::text).toList()).toList());
  }

  private void notes(List<Account.Note> notes) {
    for (Paper.Notes group : Paper.grouped(notes)) {
      document.minor(group.heading());
      for (Account.Note note : group.notes()) {
        document.bullet(Paper.line(note) + (note.voice().isEmpty() ? "" : " – " + note.voice()));
      }
    }
  }

  private void decided() {
    if (!account.decisions().isEmpty()) {
      document.heading("What we decided");
    }
    for (Account.Decision decision : account.decisions()) {
      document.subheading(decision.words());
      boolean judgement = decision.basis().equals("judgement");
      document.lines(
          (judgement ? "Decided on judgement, " : "Decided on ")
              + Paper.day(decision.day())
              + ". "
              + decision.because());
      if (!decision.evidence().isEmpty()) {
        document.minor("What it was made on");
        decision.evidence().forEach(e -> document.bullet(paper.seen(e)));
      }
      if (!decision.dissents().isEmpty()) {
        document.minor("Not everybody agreed");
        decision.dissents().forEach(d -> said(d.words(), d.voice()));
      }
    }
    if (!account.experiments().isEmpty()) {
      document.heading("What we will try");
    }
    for (Account.Experiment experiment : account.experiments()) {
      document.subheading(experiment.title());
      if (!experiment.hunch().isEmpty()) {
        document.lines("The hunch: " + experiment.hunch());
      }
      if (!experiment.surprise().isEmpty()) {
        document.lines("What would surprise us: " + experiment.surprise());
      }
      String held = experiment.heldBy().isEmpty() ? "" : "Held by " + experiment.heldBy() + ". ";
      String look =
          experiment.lookOn() == null
              ? ""
              : "We look again on " + Paper.day(experiment.lookOn()) + ".";
      document.quiet(held + look);
    }
    if (!account.promises().isEmpty()) {
      document.heading("What we promised each other");
    }
    for (Account.Promise promise : account.promises()) {
      document.subheading(promise.between());
      String due = promise.due() == null ? "" : ", by " + Paper.day(promise.due());
      document.lines(promise.words() + due);
    }
    if (!account.ownLevel().isEmpty()) {
      document.heading("What those who commission say of their own level");
      account.ownLevel().forEach(l -> part(l.asked(), l.words()));
    }
  }

  private void said(String words, String voice) {
    document.said("“" + words + "” – " + voice);
  }

  private void after() {
    if (!account.answers().isEmpty()) {
      document.heading("What people who were there want said with it");
      answers("Those who do not agree with this account", account.dissents());
      answers("Those who approve it, and add", account.remarks());
    }
    if (!account.contested().isEmpty()) {
      document.heading("That is not how it was");
      document.quiet("Written by people this speaks of, after they read it.");
      account.contested().forEach(c -> said(c.words(), Paper.day(c.day())));
    }
    happened("What happened since", account.since());
    document.heading("How to read the numbers");
    account.dataNotes().forEach(document::bullet);
    if (!paper.rules().isEmpty()) {
      document.bullet(paper.rules());
    }
    if (account.snapshot() != null) {
      document.bullet(
          "All numbers come from snapshot " + account.snapshot() + ", which stays as it is.");
    }
    document.bullet("Its permanent address is " + account.href() + ".");
  }

  private void answers(String heading, List<Account.Answer> answers) {
    if (!answers.isEmpty()) {
      document.subheading(heading);
      answers.forEach(a -> said(a.words(), a.voice()));
    }
  }
}
