package org.hgbench.harness.link.hgsmi;

import org.hgbench.harness.link.Operation;

/// One host command, from the guest's asking for it to its being given back.
record Event(Events events) implements Operation {
  @Override
  public long run(long sequence) {
    events.ask(sequence);
    return events.await(sequence);
  }
}
