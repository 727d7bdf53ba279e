package org.kith.pages;

import java.util.List;
import org.kith.people.Person;

/** The teams that somebody is in, to choose one. */
record TeamsPage(Frame frame, List<Person.Group> teams) {}
