package org.hgbench.machine.trace;

import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// The stamps of the operation that is under way: per [Stage] the time at which it was first
/// reached.
///
/// One operation at a time, one machine per process. The guest clears the stamps before it begins
/// and reads them at the end; a stage that was not reached reads 0. What hands the operation over
/// (a trap, a queue, the interrupt) also orders the stamps, so plain stores do.
///
/// | offset | size | field | written by |
/// |---|---|---|---|
/// | 8 n | 8 | when stage n was reached, by [System#nanoTime] | whichever side reaches it |
///
/// When [#ON] is false, it is a constant to the compiler, and a stamp is no instruction.
public final class Stamps {
  /// The system property that switches stamps on, in the guest's and the host's process.
  public static final String PROPERTY = "hgbench.trace";

  /// Whether stamps are taken.
  public static final boolean ON = Boolean.getBoolean(PROPERTY);

  private static final MemoryRegion REGION =
      new MemoryRegion("trace", 0xFFC0_0000L, MemoryRegion.PAGE);
  private static final Stage[] STAGES = Stage.values();

  private static volatile GuestMemory page;

  private Stamps() {}

  /// The region that the stamps lie in.
  public static MemoryRegion region() {
    return REGION;
  }

  /// Stamps go to this machine's memory from now on; it must hold [#region] if stamps are on.
  public static void attach(MachineMemory memory) {
    if (ON) {
      page = memory.window(REGION.name());
    }
  }

  /// The machine's memory is about to be unmapped.
  public static void detach() {
    page = null;
  }

  /// The operation has reached a stage.
  public static void stamp(Stage stage) {
    if (ON) {
      write(stage);
    }
  }

  private static void write(Stage stage) {
    GuestMemory stamps = page;
    long at = at(stage);
    if (stamps != null && stamps.u64(at) == 0) {
      stamps.u64(at, System.nanoTime());
    }
  }

  /// When the operation reached a stage, 0 if it did not.
  public static long read(Stage stage) {
    GuestMemory stamps = page;
    return stamps == null ? 0 : stamps.u64(at(stage));
  }

  /// Forgets all stamps: an operation begins.
  public static void clear() {
    GuestMemory stamps = page;
    if (stamps != null) {
      for (Stage stage : STAGES) {
        stamps.u64(at(stage), 0);
      }
    }
  }

  private static long at(Stage stage) {
    return (long) stage.ordinal() * Long.BYTES;
  }
}
