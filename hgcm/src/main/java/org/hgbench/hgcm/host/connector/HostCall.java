package org.hgbench.hgcm.host.connector;

import org.hgbench.hgcm.wire.Status;

/// A call of a service from the host: by way of the main thread, on the service's thread, while the
/// caller waits. Made once, run as often as one likes by one thread at a time; allocates nothing.
///
/// Source: VirtualBox 7.0, src/VBox/Main/src-client/HGCM.cpp, HGCMHostCall.
public final class HostCall {
  private final MessageThread main;
  private final ServiceHost host;
  private final int function;
  private final Object argument;
  private int status;

  HostCall(MessageThread main, ServiceHost host, int function, Object argument) {
    this.main = main;
    this.host = host;
    this.function = function;
    this.argument = argument;
  }

  private final Message.Synchronous onService =
      new Message.Synchronous() {
        @Override
        void perform() {
          status = host.service().hostCall(function, argument);
        }
      };

  private final Message.Synchronous onMain =
      new Message.Synchronous() {
        @Override
        void perform() {
          host.thread().send(onService);
        }
      };

  /// Calls, waits, and returns the service's answer.
  ///
  /// @throws IllegalStateException if the host's threads have ended
  public int run() {
    status = Status.INTERNAL_ERROR;
    if (!main.send(onMain)) {
      throw new IllegalStateException("the host's threads have ended: function=" + function);
    }
    return status;
  }
}
