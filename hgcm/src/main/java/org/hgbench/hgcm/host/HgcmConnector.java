package org.hgbench.hgcm.host;

/// The driver behind the VMM device: whoever owns the services.
///
/// The device hands over a command and answers the guest `HGCM_ASYNC_EXECUTE`, unless the connector
/// says otherwise at once. Later, on a thread of its own, the connector completes the command,
/// exactly once.
///
/// Source: VirtualBox 7.0, include/VBox/vmm/pdmifs.h, PDMIHGCMCONNECTOR.
public interface HgcmConnector extends AutoCloseable {
  /// The guest asks for the service that the command names. Returns SUCCESS if it is under way.
  int connect(HgcmCommand command);

  /// The guest gives a client id back. Returns SUCCESS if it is under way.
  int disconnect(HgcmCommand command);

  /// The guest calls. Returns SUCCESS if it is under way.
  int call(HgcmCommand command);

  /// The guest has given up a call. It is still to be completed, but nothing will reach the guest.
  ///
  /// @param handle what the connector left in the command
  /// @param ticket likewise
  void cancelled(Object handle, long ticket);

  /// The machine was reset: all clients are gone when this returns.
  void reset();

  /// Ends all threads.
  @Override
  void close();
}
