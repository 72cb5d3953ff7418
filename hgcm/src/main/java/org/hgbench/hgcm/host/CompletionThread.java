package org.hgbench.hgcm.host;

import java.util.Locale;
import org.hgbench.machine.settings.Settings;

/// Which thread finishes a command that a service has completed.
///
/// Source: VirtualBox 6.0 and 5.2, src/VBox/Devices/VMMDev/VMMDevHGCM.cpp, hgcmCompleted.
enum CompletionThread {
  /// The one that completes it, mostly the service's: since VirtualBox 6.0.
  SERVICE,
  /// An EMT, which must have left its guest for that: before 6.0. A guest that polls never leaves.
  EMT;

  static CompletionThread of(Settings config) {
    String name = config.text("Completion", "service");
    for (CompletionThread thread : values()) {
      if (thread.name().toLowerCase(Locale.ROOT).equals(name)) {
        return thread;
      }
    }
    throw new IllegalArgumentException(
        "setting Completion: '%s' is neither service nor emt".formatted(name));
  }
}
