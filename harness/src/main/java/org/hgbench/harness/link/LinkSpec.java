package org.hgbench.harness.link;

import org.hgbench.machine.settings.Settings;

/// What a link is opened with.
///
/// @param transport `none`, `hgsmi` or `hgcm`
/// @param variant which realisation of bulk transfers, or `default`
/// @param payloadBytes size of the buffers for [Link#write] and [Link#read]
/// @param waitStrategy how the guest learns that an answer is there: `irq` or `poll`
/// @param boundary settings of the boundary, such as `Boundary/Preset = virtualbox-2018`
public record LinkSpec(
    String transport, String variant, int payloadBytes, String waitStrategy, Settings boundary) {
  /// Opens the link.
  ///
  /// @throws IllegalArgumentException if a part of the specification is unknown or unusable
  public Link open() {
    return switch (transport) {
      case "none" -> new NoneLink();
      case "hgsmi" -> new HgsmiLink(this);
      case "hgcm" -> new HgcmLink(this);

      default ->
          throw new IllegalArgumentException(
              "no transport '%s'; there are none, hgsmi, hgcm".formatted(transport));
    };
  }
}
