package org.hgbench.hgsmi.host.display;

import org.hgbench.hgsmi.host.DisplayContext;
import org.hgbench.hgsmi.host.DisplayDriver;
import org.hgbench.hgsmi.host.DisplayProvider;
import org.hgbench.hgsmi.host.VbvaRecord;
import org.hgbench.hgsmi.wire.InfoScreen;
import org.hgbench.hgsmi.wire.InfoView;
import org.hgbench.hgsmi.wire.InputMapping;
import org.hgbench.hgsmi.wire.PointerShape;

/// Reads every byte of every record and shows nothing.
///
/// What it has counted is read inside the critical section, or when nothing is drawn any more.
public final class CountingDisplay implements DisplayDriver {
  private long records;
  private long bytes;
  private long sum;
  private int resizes;
  private int pointers;
  private int inputMappings;
  private int enabledScreens;
  private int caps;

  CountingDisplay() {}

  /// How many records came.
  public long records() {
    return records;
  }

  /// How many bytes they had.
  public long bytes() {
    return bytes;
  }

  /// The sum of all their bytes, as [org.hgbench.machine.memory.GuestMemory#sum] adds them.
  public long sum() {
    return sum;
  }

  /// How often a screen changed.
  public int resizes() {
    return resizes;
  }

  /// How often the pointer changed.
  public int pointers() {
    return pointers;
  }

  /// How often the input mapping changed.
  public int inputMappings() {
    return inputMappings;
  }

  /// How many rings are on.
  public int enabledScreens() {
    return enabledScreens;
  }

  /// What the guest said it can do.
  public int caps() {
    return caps;
  }

  @Override
  public void enabled(int screen) {
    enabledScreens++;
  }

  @Override
  public void disabled(int screen) {
    enabledScreens--;
  }

  @Override
  public void resized(InfoView view, InfoScreen screen) {
    resizes++;
  }

  @Override
  public void record(int screen, VbvaRecord record) {
    records++;
    bytes += record.length();
    sum += record.sum();
  }

  @Override
  public void drained(int screen, int left, int top, int width, int height) {
    // Nothing is shown, so no rectangle has to be drawn again.
  }

  @Override
  public void pointer(PointerShape shape, byte[] picture) {
    pointers++;
  }

  @Override
  public void inputMapping(InputMapping mapping) {
    inputMappings++;
  }

  @Override
  public void guestCapabilities(int caps) {
    this.caps = caps;
  }

  /// Makes it, as `counting`.
  public static final class Provider implements DisplayProvider {
    /// For [java.util.ServiceLoader].
    public Provider() {}

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public DisplayDriver create(DisplayContext context) {
      return new CountingDisplay();
    }
  }
}
