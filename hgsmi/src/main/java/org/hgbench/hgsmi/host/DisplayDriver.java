package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.InfoScreen;
import org.hgbench.hgsmi.wire.InfoView;
import org.hgbench.hgsmi.wire.InputMapping;
import org.hgbench.hgsmi.wire.PointerShape;

/// What is behind the VGA device: it shows, counts or forgets what the guest draws. The device
/// checks everything first, so a driver sees only screens that exist and numbers that fit.
///
/// A driver says what it does with records; what else it is told, it may ignore.
///
/// Called inside the VGA critical section, on an EMT or on the thread that refreshes.
///
/// Source: VirtualBox 7.0, include/VBox/vmm/pdmifs.h, PDMIDISPLAYCONNECTOR.
public interface DisplayDriver extends AutoCloseable {
  /// The ring of a screen was switched on: `pfnVBVAEnable`.
  default void enabled(int screen) {}

  /// The ring of a screen was switched off: `pfnVBVADisable`.
  default void disabled(int screen) {}

  /// A screen shows something else from now on: `pfnVBVAResize`.
  default void resized(InfoView view, InfoScreen screen) {}

  /// A record of the guest's, valid until this returns: `pfnVBVAUpdateProcess`.
  void record(int screen, VbvaRecord record);

  /// The records of one drain have been passed, and this rectangle holds all of theirs:
  /// `pfnVBVAUpdateEnd`.
  default void drained(int screen, int left, int top, int width, int height) {}

  /// The pointer looks different: `pfnVBVAMousePointerShape`.
  ///
  /// @param picture mask and colours if the shape has the flag for it, else empty
  default void pointer(PointerShape shape, byte[] picture) {}

  /// Absolute input devices cover another part of the desktop: `pfnVBVAInputMappingUpdate`.
  default void inputMapping(InputMapping mapping) {}

  /// The guest said what it can do: `pfnVBVAGuestCapabilityUpdate`.
  default void guestCapabilities(int caps) {}

  /// The device goes.
  @Override
  default void close() {}
}
