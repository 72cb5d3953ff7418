package org.hgbench.harness.link.hgcm;

import org.hgbench.harness.link.Operation;

/// One message, from the guest's asking for it to the parking of the next call.
record Event(Events events) implements Operation {
  @Override
  public long run(long sequence) {
    events.ask(sequence);
    return events.await(sequence);
  }
}
