package org.hgbench.harness.link;

/// Brings a transport of one's own, to be measured beside HGSMI and HGCM with the same workloads.
/// Found with [java.util.ServiceLoader], so that a plug-in jar on the class path can bring its own,
/// usually with the device or HGCM service that it talks to.
public interface TransportProvider {
  /// Its name, as profiles list it under `Transports`: lower-case letters, digits and hyphens.
  String name();

  /// Why it cannot do what is asked, as a sentence; null if it can.
  String refusal(CellSpec spec);

  /// Opens it. [CellSpec#machine] are the settings to build the machine with; they hold what the
  /// user set on the command line.
  Link open(CellSpec spec);
}
