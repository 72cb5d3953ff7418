package org.hgbench.harness.environment;

import java.lang.management.ManagementFactory;
import java.util.List;

/// What the Java runtime knows of itself and of the machine.
///
/// @param osName name of the operating system
/// @param osVersion version of its kernel
/// @param jdk vendor, version and virtual machine
/// @param flags the flags this JVM was started with; JMH forks inherit them
/// @param processors how many processors it counts as its own (affinity and quota respected)
/// @param memoryBytes the memory it sees, null if it does not say; in a container the limit
public record JavaRuntime(
    String osName,
    String osVersion,
    String jdk,
    List<String> flags,
    int processors,
    Long memoryBytes) {
  /// The runtime this is executed by.
  public static JavaRuntime current() {
    return new JavaRuntime(
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        "%s %s, %s"
            .formatted(
                System.getProperty("java.vendor"),
                System.getProperty("java.runtime.version"),
                System.getProperty("java.vm.name")),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        Runtime.getRuntime().availableProcessors(),
        memory());
  }

  private static Long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : null;
  }
}
