package org.hgbench.hgsmi.host;

/// Makes display drivers of one kind. Found with [java.util.ServiceLoader], so that a jar on the
/// class path can bring its own; the setting `Display/Driver` of the device picks one by name.
public interface DisplayProvider {
  /// Its name in the settings.
  String name();

  /// Creates a driver.
  DisplayDriver create(DisplayContext context);
}
