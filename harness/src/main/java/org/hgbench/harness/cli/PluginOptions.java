package org.hgbench.harness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.plugin.PluginJars;
import org.hgbench.machine.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The options that bring plug-ins and tell devices something.
final class PluginOptions {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--plugin",
      paramLabel = "JAR",
      description =
          "a jar with devices, HGCM services, transports or workloads of your own (repeatable)")
  private List<Path> jars = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a setting for a device, such as Devices/vga/0/Config/... (repeatable)")
  private List<String> settings = new ArrayList<>();

  /// Loads the plug-ins.
  void check() {
    PluginJars plugins = PluginJars.ofThisProcess();
    for (Path jar : jars) {
      if (!plugins.contains(jar)) {
        throw usage("--plugin %s: start hgbench by its jar, which loads plug-ins".formatted(jar));
      }
    }
    plugins.check();
    settings();
  }

  /// What was set, `key=value` each.
  List<String> settings() {
    try {
      for (String key : Settings.parse(settings).all().keySet()) {
        if (!key.startsWith("Devices/")) {
          throw usage("--set %s: only Devices/... can be set".formatted(key));
        }
      }
    } catch (IllegalArgumentException e) {
      throw usage("--set: " + e.getMessage());
    }
    for (String setting : settings) {
      if (setting.contains(";")) {
        throw usage("--set %s: a setting holds no semicolon".formatted(setting));
      }
    }
    return settings;
  }

  private CommandLine.ParameterException usage(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }
}
