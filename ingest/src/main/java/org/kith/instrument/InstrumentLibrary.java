package org.kith.instrument;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kith.yaml.InvalidFileException;
import org.kith.yaml.YamlText;

/**
 * The instruments there are: those shipped with Kith and those of a workspace. Immutable.
 *
 * <p>A workspace's instrument with the id of a shipped one takes its place, which {@link
 * #remarks()} says. The file {@code instruments/constructs.yaml}, if there is one, adds constructs
 * and is not an instrument.
 */
public final class InstrumentLibrary {
  private static final String CONSTRUCTS = "constructs.yaml";

  private final Map<String, Construct> constructs;
  private final SortedMap<String, Instrument> instruments;
  private final List<String> remarks;

  private InstrumentLibrary(
      Map<String, Construct> constructs,
      SortedMap<String, Instrument> instruments,
      List<String> remarks) {
    this.constructs = constructs;
    this.instruments = instruments;
    this.remarks = List.copyOf(remarks);
  }

  /** The instruments that come with Kith. */
  public static InstrumentLibrary shipped() {
    Map<String, Construct> constructs = new LinkedHashMap<>();
    addConstructs(constructs, ShippedFiles.text(CONSTRUCTS), CONSTRUCTS);
    SortedMap<String, Instrument> instruments = new TreeMap<>();
    ShippedFiles.library()
        .forEach(
            (file, yaml) -> {
              Instrument read = InstrumentFile.read(yaml, file, constructs.keySet());
              instruments.put(read.id(), read);
            });
    return new InstrumentLibrary(constructs, instruments, List.of());
  }

  /**
   * The shipped instruments and those of a workspace.
   *
   * @param folder the workspace's {@code instruments}; need not exist
   * @throws InvalidFileException with all that is wrong in any of the folder's files
   */
  public static InstrumentLibrary with(Path folder) {
    InstrumentLibrary shipped = shipped();
    Map<String, Construct> constructs = new LinkedHashMap<>(shipped.constructs);
    SortedMap<String, Instrument> instruments = new TreeMap<>(shipped.instruments);
    Map<String, String> origins = new TreeMap<>();
    List<String> remarks = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = "instruments/" + file.getFileName();
      if (name.equals("instruments/" + CONSTRUCTS)) {
        unless(problems, () -> addConstructs(constructs, YamlText.text(file, name), name));
        continue;
      }
      unless(
              problems,
              () -> InstrumentFile.read(YamlText.text(file, name), name, constructs.keySet()))
          .ifPresent(
              own -> {
                String before = origins.put(own.id(), name);
                if (before != null) {
                  problems.add(
                      "%s, line 1: the id %s is also in %s; give one of them another id."
                          .formatted(name, own.id(), before));
                } else if (instruments.containsKey(own.id())) {
                  remarks.add(name + " takes the place of the shipped " + own.id() + ".");
                }
                instruments.put(own.id(), own);
              });
    }
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return new InstrumentLibrary(constructs, instruments, remarks);
  }

  /** Every instrument, by id. */
  public Collection<Instrument> instruments() {
    return List.copyOf(instruments.values());
  }

  /** The instrument with this id. */
  public Optional<Instrument> instrument(String id) {
    return Optional.ofNullable(instruments.get(id));
  }

  /**
   * Every construct: the shipped ones in their own order, then the workspace's. The order is that
   * of the files and says nothing about them.
   */
  public Collection<Construct> constructs() {
    return List.copyOf(constructs.values());
  }

  /** The construct with this id. */
  public Optional<Construct> construct(String id) {
    return Optional.ofNullable(constructs.get(id));
  }

  /** What a user should be told: which shipped instruments were replaced. */
  public List<String> remarks() {
    return remarks;
  }

  private static Void addConstructs(Map<String, Construct> to, String yaml, String name) {
    YamlText.read(
            yaml,
            name,
            m ->
                m.maps(
                    "constructs",
                    c -> new Construct(c.text("id"), c.text("name"), c.text("about"))))
        .forEach(c -> to.put(c.id(), c));
    return null;
  }

  private static <T> Optional<T> unless(List<String> problems, Supplier<T> reading) {
    try {
      return Optional.ofNullable(reading.get());
    } catch (InvalidFileException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** Own constructs first, because instruments name them; then instruments by file name. */
  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> yaml =
          files.filter(f -> f.getFileName().toString().matches("[^.].*\\.ya?ml")).sorted().toList();
      List<Path> ordered = new ArrayList<>(yaml);
      ordered.removeIf(f -> !f.endsWith(CONSTRUCTS));
      yaml.stream().filter(f -> !f.endsWith(CONSTRUCTS)).forEach(ordered::add);
      return ordered;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " could not be read.", e);
    }
  }

  @Override
  public String toString() {
    return instruments.keySet().stream().collect(joining(", ", "instruments: ", ""));
  }
}
