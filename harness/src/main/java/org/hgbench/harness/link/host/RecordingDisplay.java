package org.hgbench.harness.link.host;

import org.hgbench.harness.link.Words;
import org.hgbench.hgsmi.host.DisplayContext;
import org.hgbench.hgsmi.host.DisplayDriver;
import org.hgbench.hgsmi.host.DisplayProvider;
import org.hgbench.hgsmi.host.VbvaRecord;

/// Another driver behind the same VGA device: it takes a copy of every record, as something that
/// records the screen would. The setting `Display/Driver = recording` plugs it in; the device does
/// not know it.
public final class RecordingDisplay implements DisplayDriver {
  private static final int LONGEST = 1 << 16;

  private final byte[] last = new byte[LONGEST];
  private long records;
  private long sum;

  private RecordingDisplay() {}

  /// How many records came.
  long records() {
    return records;
  }

  /// The sum of all their bytes, as the guest adds them.
  long sum() {
    return sum;
  }

  @Override
  public void record(int screen, VbvaRecord record) {
    if (record.length() <= LONGEST) {
      record.copyTo(last);
      records++;
      sum += Words.sumOf(last, record.length());
    }
  }

  /// Makes it, as `recording`.
  public static final class Provider implements DisplayProvider {
    /// For [java.util.ServiceLoader].
    public Provider() {}

    @Override
    public String name() {
      return "recording";
    }

    @Override
    public DisplayDriver create(DisplayContext context) {
      return new RecordingDisplay();
    }
  }
}
