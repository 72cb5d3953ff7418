package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.hgbench.hgsmi.wire.BufferHeader;
import org.hgbench.hgsmi.wire.Checksum;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What does HGSMI's checksum cost, taken by the guest to sign a buffer and by the host to verify
/// it? It is the floor of HGSMI's software.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChecksumBenchmark {
  private int bufferOffset = 0x00FF0000;
  private int dataSize = 16;
  private int channel = 16;

  /// Two checksums of 24 bytes, one after the other: the second cannot begin before the first is
  /// known, as a host cannot verify before the guest has signed.
  @Benchmark
  public int twoChecksums() {
    BufferHeader header = BufferHeader.single(dataSize, channel, 1);
    int signed = Checksum.of(bufferOffset, header, 0);
    return Checksum.of(bufferOffset ^ signed, header, 0);
  }
}
