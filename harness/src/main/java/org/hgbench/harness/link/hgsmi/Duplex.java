package org.hgbench.harness.link.hgsmi;

import org.hgbench.harness.link.Operation;

/// A record into the ring, while an event is under way the other way.
record Duplex(Stream stream, Events events) implements Operation {
  @Override
  public long run(long sequence) {
    events.ask(sequence);
    long sent = stream.run(sequence);
    return sent + events.await(sequence);
  }
}
