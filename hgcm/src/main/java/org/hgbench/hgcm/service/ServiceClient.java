package org.hgbench.hgcm.service;

/// A connection of the guest to a service.
public interface ServiceClient {
  /// The number that the guest knows it by, unsigned.
  int id();

  /// Who connected; see [org.hgbench.hgcm.wire.Requestor].
  int requestor();

  /// What the service keeps about this client; null at first.
  Object state();

  /// Keeps something about this client.
  void state(Object state);
}
