package org.hgbench.harness.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import org.hgbench.harness.link.TransportProvider;
import org.hgbench.harness.link.Transports;
import org.hgbench.harness.link.WorkloadProvider;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgsmi.host.ChannelProvider;
import org.hgbench.hgsmi.host.DisplayProvider;
import org.hgbench.machine.device.DeviceProvider;

/// The plug-in jars of this process, which the launcher put on its class path.
///
/// @param jars in the order of the class path
public record PluginJars(List<Path> jars) {
  /// Where the launcher says which jars are plug-ins.
  public static final String PROPERTY = "hgbench.plugins";

  private static final String SERVICES = "META-INF/services/org.hgbench.";

  /// Copies the list.
  public PluginJars {
    jars = List.copyOf(jars);
  }

  /// Those of this process.
  public static PluginJars ofThisProcess() {
    String jars = System.getProperty(PROPERTY, "");
    return new PluginJars(
        jars.isEmpty()
            ? List.of()
            : Arrays.stream(jars.split(File.pathSeparator)).map(Path::of).toList());
  }

  /// Loads what they bring.
  ///
  /// @throws InvalidPluginException if one cannot be read or brings nothing
  /// @throws PluginFailedException if one throws
  public void check() {
    for (Path jar : jars) {
      requireServices(jar);
    }
    try {
      for (TransportProvider provider : ServiceLoader.load(TransportProvider.class)) {
        Transports.requireGoodName(provider);
      }
      for (WorkloadProvider provider : ServiceLoader.load(WorkloadProvider.class)) {
        Transports.requireGoodName(provider);
      }
      ServiceLoader.load(DeviceProvider.class).forEach(DeviceProvider::name);
      ServiceLoader.load(HgcmServiceProvider.class).forEach(HgcmServiceProvider::name);
      ServiceLoader.load(ChannelProvider.class).forEach(ChannelProvider::name);
      ServiceLoader.load(DisplayProvider.class).forEach(DisplayProvider::name);
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      Throwable cause =
          e instanceof ServiceConfigurationError && e.getCause() != null ? e.getCause() : e;
      throw new PluginFailedException(
          Arrays.stream(cause.getStackTrace())
              .flatMap(frame ->
                  owner(frame.getClassName()).stream()
                      .map(jar ->
                          "plug-in %s: %s threw %s".formatted(jar, frame.getClassName(), cause)))
              .findFirst()
              .orElse("plug-ins %s: %s".formatted(jars, e.getMessage())),
          e);
    }
  }

  /// The jar that holds a class.
  Optional<Path> owner(String className) {
    String entry = className.replace('.', '/') + ".class";
    return jars.stream().filter(jar -> holds(jar, entry)).findFirst();
  }

  /// Whether this jar is one of them.
  public boolean contains(Path jar) {
    return jars.stream().anyMatch(one -> isSame(one, jar));
  }

  private static boolean isSame(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private static boolean holds(Path jar, String entry) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getEntry(entry) != null;
    } catch (IOException e) {
      throw new InvalidPluginException(jar, "cannot be read any more: " + e.getMessage());
    }
  }

  private static void requireServices(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new InvalidPluginException(jar, "no such file");
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.stream().noneMatch(entry -> entry.getName().startsWith(SERVICES))) {
        throw new InvalidPluginException(
            jar, "brings nothing: no %s* in it names a class".formatted(SERVICES));
      }
    } catch (ZipException e) {
      throw new InvalidPluginException(jar, "is not a jar");
    } catch (IOException e) {
      throw new InvalidPluginException(jar, "cannot be read: " + e.getMessage());
    }
  }
}
