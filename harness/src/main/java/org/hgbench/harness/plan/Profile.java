package org.hgbench.harness.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Workload;
import org.hgbench.harness.load.Arrival;
import org.hgbench.machine.boundary.TrapCost;
import org.hgbench.machine.placement.Placement;
import org.hgbench.machine.settings.Settings;

/// A profile: which cells a run measures, with how many forks of which length.
///
/// | setting | meaning |
/// |---|---|
/// | `Description` | one line |
/// | `Fork/WarmupIterations`, `Iterations`, `IterationMillis` | the shape of every fork |
/// | `Fork/Mode` | how JMH times closed loads, see [TimingMode]: `avgt`, `thrpt` or `sample` |
/// | `Yardsticks/Forks` | forks of each yardstick |
/// | `Yardsticks/All` | whether to measure every yardstick, not only those that explain the figures |
/// | `Cells/NAME/Workloads`, `Transports`, `PayloadBytes`, `TrapCosts`, `Waits`, `Variants`, `Placements`, `GuestThreads` | lists separated by blanks; every combination is a cell |
/// | `Cells/NAME/Forks`, `LatencyForks` | forks that measure the mean, forks that record |
/// | `Cells/NAME/Loads`, `Arrival`, `LoadForks` | open loads, as `75%` of the closed loop's rate or `20000` per second; `poisson`, `fixed` or `burst`; forks of each |
/// | `Cells/NAME/Gating` | whether comparisons judge these cells |
///
/// A trap cost is the name of a preset for the boundary `simulated` or a number of nanoseconds,
/// `chosen` for the boundary that the command line chose, or `others` for every other real boundary
/// that works here. The placement `offered` stands for each that pins threads and that this machine
/// can offer. A workload with a fixed payload carries that, whatever `PayloadBytes` says. A
/// combination that cannot work is refused.
public final class Profile {
  /// The profiles that come with the suite.
  public static final List<String> NAMES = List.of("smoke", "quick", "full", "sweep");

  private static final int MOST_FORKS = 1000;

  private final String name;
  private final String description;
  private final ForkShape shape;
  private final int yardstickForks;
  private final boolean allYardsticks;
  private final List<Group> groups;

  private Profile(
      String name,
      String description,
      ForkShape shape,
      int yardstickForks,
      boolean allYardsticks,
      List<Group> groups) {
    this.name = name;
    this.description = description;
    this.shape = shape;
    this.yardstickForks = yardstickForks;
    this.allYardsticks = allYardsticks;
    this.groups = groups;
  }

  /// A cell and how often it is measured.
  ///
  /// @param cell what
  /// @param forks forks that measure the mean
  /// @param latencyForks forks that record single operations
  /// @param loads open loads of the cell
  /// @param loadForks forks of each
  public record Group(Cell cell, int forks, int latencyForks, List<Load> loads, int loadForks) {
    /// Copies the list.
    public Group {
      loads = List.copyOf(loads);
    }

    /// The same cell also under the loads of another group.
    Group under(Group other) {
      return loads.isEmpty()
          ? new Group(cell, forks, latencyForks, other.loads, other.loadForks)
          : this;
    }
  }

  /// Reads a profile of the suite.
  ///
  /// @param chosen the boundary that the command line chose
  /// @param others finds the other real boundaries that work here; asked only by cells that want
  ///   them
  /// @throws IllegalArgumentException if there is none of that name, or it is malformed
  public static Profile named(
      String name, BoundaryChoice chosen, Supplier<List<BoundaryChoice>> others) {
    return of(name, Settings.parse(text(name).lines().toList()), chosen, others);
  }

  /// Reads a profile of the user's.
  ///
  /// @throws InvalidProfileException if it cannot be read or is malformed
  public static Profile read(
      Path file, BoundaryChoice chosen, Supplier<List<BoundaryChoice>> others) {
    try {
      String name = file.getFileName().toString().replaceFirst("\\.profile$", "");
      return of(name, Settings.parse(Files.readAllLines(file)), chosen, others);
    } catch (NoSuchFileException e) {
      throw new InvalidProfileException(file, "no such file", e);
    } catch (CharacterCodingException e) {
      throw new InvalidProfileException(file, "is not text in UTF-8", e);
    } catch (IOException e) {
      throw new InvalidProfileException(
          file, "cannot be read (%s)".formatted(e.getClass().getSimpleName()), e);
    } catch (IllegalArgumentException e) {
      throw new InvalidProfileException(file, e.getMessage(), e);
    }
  }

  /// The text of a profile of the suite, to begin one's own with.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public static String text(String name) {
    try (InputStream file =
        NAMES.contains(name) ? Profile.class.getResourceAsStream(name + ".profile") : null) {
      if (file == null) {
        throw new IllegalArgumentException(
            "no profile '%s'; there are %s".formatted(name, String.join(", ", NAMES)));
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("profile " + name, e);
    }
  }

  /// This profile with the cells that are wanted.
  ///
  /// @throws IllegalArgumentException if nothing matches
  public Profile only(Selection selection) {
    return new Profile(
        name, description, shape, yardstickForks, allYardsticks, selection.of(groups));
  }

  /// This profile, its closed loads timed in another way.
  public Profile timed(TimingMode mode) {
    return new Profile(name, description, shape.timed(mode), yardstickForks, allYardsticks, groups);
  }

  /// Makes a profile from its settings.
  ///
  /// @throws IllegalArgumentException if a setting is unknown or makes no sense
  public static Profile of(
      String name,
      Settings settings,
      BoundaryChoice chosen,
      Supplier<List<BoundaryChoice>> others) {
    ForkShape shape = ForkShape.of(settings.at("Fork"));
    // A cell that comes twice, because the chosen trap cost is also named, counts where it is
    // first.
    Map<String, Group> groups = new LinkedHashMap<>();
    for (String cells : settings.at("Cells").children()) {
      groups(settings.at("Cells").at(cells), chosen, others)
          .forEach(group -> groups.merge(group.cell().id(), group, Group::under));
    }
    Profile profile =
        new Profile(
            name,
            settings.text("Description", name),
            shape,
            atLeast(0, settings, "Yardsticks/Forks", 1),
            settings.flag("Yardsticks/All", false),
            List.copyOf(groups.values()));
    if (!settings.unused().isEmpty()) {
      throw new IllegalArgumentException(
          settings.unused().stream()
              .map(key -> key + nearest(settings, key))
              .collect(Collectors.joining(", ", "unknown settings: ", "")));
    }
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("it has no cells; Cells/NAME/Workloads names some");
    }
    return profile;
  }

  private static String nearest(Settings settings, String key) {
    return settings.nearestAsked(key).map(" (did you mean %s?)"::formatted).orElse("");
  }

  private static int atLeast(int least, Settings tree, String key, int fallback) {
    int number = tree.integer(key, fallback);
    if (number < least || number > MOST_FORKS) {
      throw new IllegalArgumentException(
          "%s: %d is not between %d and %d".formatted(key, number, least, MOST_FORKS));
    }
    return number;
  }

  private static List<Group> groups(
      Settings tree, BoundaryChoice chosen, Supplier<List<BoundaryChoice>> others) {
    List<Workload> workloads = list(tree, "Workloads", "").map(Workload::of).toList();
    List<BoundaryChoice> boundaries =
        list(tree, "TrapCosts", "chosen")
            .flatMap(cost -> boundaries(cost, chosen, others))
            .toList();
    List<Integer> sizes = list(tree, "PayloadBytes", "64K").map(Profile::size).toList();
    List<String> waits = list(tree, "Waits", "irq").toList();
    List<String> placements =
        list(tree, "Placements", "unpinned").flatMap(Profile::placements).toList();
    List<Integer> guestThreads = list(tree, "GuestThreads", "1").map(Profile::number).toList();
    List<String> variants = list(tree, "Variants", Variant.DEFAULT).toList();
    List<String> transports = list(tree, "Transports", "hgsmi hgcm").toList();
    int forks = atLeast(1, tree, "Forks", 1);
    int latencyForks = atLeast(0, tree, "LatencyForks", 0);
    Arrival arrival = Arrival.of(tree.text("Arrival", "poisson"));
    List<Load> loads = list(tree, "Loads", "").map(load -> Load.of(arrival, load)).toList();
    if (!loads.isEmpty() && guestThreads.stream().anyMatch(threads -> threads != 1)) {
      throw new IllegalArgumentException(
          "Loads: an open load has one guest thread; leave GuestThreads out");
    }
    int loadForks = atLeast(1, tree, "LoadForks", 1);
    boolean gating = tree.flag("Gating", false);
    Set<Group> groups = new LinkedHashSet<>();
    for (Workload workload : workloads) {
      for (BoundaryChoice boundary : boundaries) {
        for (int size : sizes) {
          for (String wait : waits) {
            for (String placement : placements) {
              for (int threads : guestThreads) {
                for (String variant : variants) {
                  for (String transport : transports) {
                    Cell cell =
                        new Cell(
                            workload.label(),
                            transport,
                            variant,
                            boundary,
                            workload.payloadBytes(size),
                            wait,
                            placement,
                            threads,
                            gating);
                    cell.spec().requirePossible();
                    groups.add(new Group(cell, forks, latencyForks, loads, loadForks));
                  }
                }
              }
            }
          }
        }
      }
    }
    return List.copyOf(groups);
  }

  /// The sentence for a workload that does not exist.
  public static String unknownWorkload(String workload) {
    return "no workload '%s'; there are %s"
        .formatted(workload, workloads().stream().sorted().collect(Collectors.joining(", ")));
  }

  /// The names of all workloads.
  public static Set<String> workloads() {
    return Workload.all().map(Workload::label).collect(Collectors.toSet());
  }

  private static Stream<BoundaryChoice> boundaries(
      String cost, BoundaryChoice chosen, Supplier<List<BoundaryChoice>> others) {
    return switch (cost) {
      case "chosen" -> Stream.of(chosen);
      case "others" -> others.get().stream();
      default ->
          Stream.of(
              BoundaryChoice.simulated(
                  cost.matches("\\d{1,7}") ? step(cost) : TrapCost.preset(cost)));
    };
  }

  /// A step of a sweep: every kind of trap and an interrupt at one cost.
  private static TrapCost step(String nanos) {
    long each = Long.parseLong(nanos);
    return new TrapCost("custom", each, each, each, "a step of the sweep");
  }

  private static Stream<String> placements(String name) {
    return name.equals("offered")
        ? Placement.offered().stream().filter(offered -> !offered.equals("unpinned"))
        : Stream.of(name);
  }

  private static int size(String text) {
    return Math.toIntExact(Settings.parse(List.of("PayloadBytes=" + text)).size("PayloadBytes", 0));
  }

  private static int number(String text) {
    return Settings.parse(List.of("GuestThreads=" + text)).integer("GuestThreads", 0);
  }

  private static Stream<String> list(Settings tree, String key, String fallback) {
    String text = tree.text(key, fallback);
    return text.isBlank() ? Stream.of() : Stream.of(text.strip().split("\\s+"));
  }

  /// Its name.
  public String name() {
    return name;
  }

  /// What it is for, in one line.
  public String description() {
    return description;
  }

  /// The shape of its forks.
  public ForkShape shape() {
    return shape;
  }

  /// Forks of each yardstick.
  public int yardstickForks() {
    return yardstickForks;
  }

  /// Whether it measures every yardstick, not only those that explain its figures.
  public boolean hasAllYardsticks() {
    return allYardsticks;
  }

  /// Its cells.
  public List<Group> groups() {
    return groups;
  }
}
