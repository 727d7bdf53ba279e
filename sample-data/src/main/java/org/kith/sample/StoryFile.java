package org.kith.sample;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One of the files beside this class that the story is written in, by hand. */
final class StoryFile {
  private StoryFile() {}

  /** Everything in it, by what it is listed under. */
  static Map<String, Object> read(String name) {
    LoadSettings settings = LoadSettings.builder().setLabel(name).build();
    try (InputStream in = StoryFile.class.getResourceAsStream("story/" + name)) {
      return map(new Load(settings).loadFromInputStream(in));
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read.", e);
    }
  }

  /** The rows listed under a name. */
  static List<Map<String, Object>> rows(Map<String, Object> file, String name) {
    return list(file.get(name)).stream().map(StoryFile::map).toList();
  }

  @SuppressWarnings("unchecked") // The files have text for keys; a test reads them all.
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // As above.
  static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }

  static List<String> texts(Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }
}
