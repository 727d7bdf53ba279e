package org.kith.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The YAML files that are built into Kith. The folder is walked, so that a new instrument is one
 * file and nothing else; it is walked in classes on disk and in a jar alike.
 */
final class ShippedFiles {
  private static final String LIBRARY = "library/";

  private ShippedFiles() {}

  /** The text of a file beside this class. */
  static String text(String name) {
    try (InputStream in = ShippedFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Kith was built without its file " + name + ".");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every shipped instrument: file name to text, by file name. */
  static SortedMap<String, String> library() {
    URL anchor = ShippedFiles.class.getResource("constructs.yaml");
    if (anchor == null) {
      throw new IllegalStateException("Kith was built without its instruments.");
    }
    return library(anchor);
  }

  /**
   * The YAML files in the folder {@code library} beside a resource.
   *
   * @param anchor a resource on disk ({@code file:}) or in a jar ({@code jar:})
   */
  static SortedMap<String, String> library(URL anchor) {
    try {
      return anchor.getProtocol().equals("jar")
          ? inJar((JarURLConnection) anchor.openConnection())
          : onDisk(Path.of(URI.create(anchor.toString())).resolveSibling(LIBRARY));
    } catch (IOException e) {
      throw new UncheckedIOException("Kith could not read its own instruments.", e);
    }
  }

  private static SortedMap<String, String> onDisk(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private static SortedMap<String, String> inJar(JarURLConnection anchor) throws IOException {
    // A cached jar would be shared with, and could be closed under, the class loader.
    anchor.setUseCaches(false);
    String entry = anchor.getEntryName();
    String folder = entry.substring(0, entry.lastIndexOf('/') + 1) + LIBRARY;
    SortedMap<String, String> texts = new TreeMap<>();
    try (JarFile jar = anchor.getJarFile()) {
      for (JarEntry file : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (file.getName().startsWith(folder) && file.getName().endsWith(".yaml")) {
          try (InputStream in = jar.getInputStream(file)) {
            texts.put(
                file.getName().substring(folder.length()), new String(in.readAllBytes(), UTF_8));
          }
        }
      }
    }
    return texts;
  }
}
