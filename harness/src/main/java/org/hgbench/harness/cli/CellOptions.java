package org.hgbench.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.harness.plan.Cell;
import org.hgbench.harness.plan.Profile;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The options that choose which cells of a profile are compared.
final class CellOptions {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "quick",
      description = "the profile whose gating cells are compared (default: quick)")
  private String profile;

  @Option(
      names = "--cells",
      paramLabel = "CELL",
      split = ",",
      description = {
        "only these cells, by the beginning of their name such as call-hgsmi;",
        "with --self-test also a number: the first so many gating cells"
      })
  private List<String> names = new ArrayList<>();

  /// Name of the profile.
  String profile() {
    return profile;
  }

  /// The cells.
  List<Cell> choose(BoundaryChoice choice) {
    List<Cell> all = all(choice);
    return names.isEmpty() ? gating(all) : named(all);
  }

  /// The cells of a self-test.
  ///
  /// @param transport only this one; null for HGSMI, or for all if cells are named
  List<Cell> chooseForSelfTest(BoundaryChoice choice, String transport) {
    boolean counted = names.size() == 1 && names.getFirst().matches("[1-9]\\d{0,3}");
    boolean named = !names.isEmpty() && !counted;
    String only = transport == null && !named ? "hgsmi" : transport;
    List<Cell> all =
        all(choice).stream().filter(cell -> only == null || cell.transport().equals(only)).toList();
    if (all.isEmpty()) {
      throw usage("no transport '%s'; there are hgsmi, hgcm".formatted(only));
    }
    if (named) {
      return named(all);
    }
    List<Cell> gating = gating(all);
    return counted
        ? gating.subList(0, Math.min(gating.size(), Integer.parseInt(names.getFirst())))
        : gating;
  }

  private List<Cell> all(BoundaryChoice choice) {
    return groups(choice).stream().map(Profile.Group::cell).toList();
  }

  private static List<Cell> gating(List<Cell> cells) {
    return cells.stream().filter(Cell::gating).toList();
  }

  private List<Cell> named(List<Cell> all) {
    List<Cell> gating = gating(all);
    Set<Cell> chosen = new LinkedHashSet<>();
    for (String name : names) {
      List<Cell> found = named(name, gating);
      found = found.isEmpty() ? named(name, all) : found;
      if (found.isEmpty()) {
        throw usage(
            "--cells: no cell of profile %s begins with '%s'; its gating cells are %s"
                .formatted(
                    profile,
                    name,
                    gating.stream().map(Cell::id).collect(Collectors.joining(", "))));
      }
      chosen.addAll(found);
    }
    return List.copyOf(chosen);
  }

  private List<Profile.Group> groups(BoundaryChoice choice) {
    try {
      return Profile.named(profile, choice, List::of).groups();
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private static List<Cell> named(String name, List<Cell> cells) {
    return cells.stream().filter(cell -> (cell.id() + "-").startsWith(name + "-")).toList();
  }

  private CommandLine.ParameterException usage(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }
}
