package org.hgbench.hgcm.host.connector;

import java.util.Locale;
import org.hgbench.machine.settings.Settings;

/// How a service's thread waits for the next message.
public enum ThreadWait {
  /// It sleeps until it is woken, as the original does on its semaphore.
  BLOCK,
  /// It looks at its queue again and again as long as its service has clients, and sleeps
  /// otherwise.
  SPIN;

  static ThreadWait of(Settings config) {
    String name = config.text("ServiceWait", "block");
    for (ThreadWait wait : values()) {
      if (wait.name().toLowerCase(Locale.ROOT).equals(name)) {
        return wait;
      }
    }
    throw new IllegalArgumentException(
        "setting ServiceWait: '%s' is neither block nor spin".formatted(name));
  }
}
