package org.hgbench.harness.link;

/// Brings a workload of one's own, to be measured on the transports that it knows: an operation of
/// a device or an HGCM service of the plug-in's, or one that the suite does not have. Found with
/// [java.util.ServiceLoader].
public interface WorkloadProvider {
  /// Its name, as profiles list it under `Workloads`: lower-case letters, digits and hyphens.
  String name();

  /// Why it cannot do what is asked, such as on this transport, as a sentence; null if it can.
  String refusal(CellSpec spec);

  /// Opens it. [CellSpec#machine] are the settings to build the machine with; they hold what the
  /// user set on the command line.
  Link open(CellSpec spec);
}
