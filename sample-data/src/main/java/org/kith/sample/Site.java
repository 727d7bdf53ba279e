package org.kith.sample;

import org.kith.workspace.Organisation;

/**
 * An organisation, with what the generator needs to know of it.
 *
 * @param position its place in {@code organisations.csv}, from 0
 * @param organisation as the workspace lists it
 * @param place where it works
 * @param tool the survey tool it uses
 * @param members how many people it could ask
 */
record Site(int position, Organisation organisation, Place place, Tool tool, int members) {
  String id() {
    return organisation.id();
  }
}
