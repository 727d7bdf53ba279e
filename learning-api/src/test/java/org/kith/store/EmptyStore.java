package org.kith.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A real embedded store with nobody in it yet, in a folder of its own. */
public final class EmptyStore {
  private EmptyStore() {}

  /** Makes one; the system's temporary folder holds it. */
  public static Store open() {
    try {
      return Store.embedded(Files.createTempDirectory("kith-store-").resolve("store"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
