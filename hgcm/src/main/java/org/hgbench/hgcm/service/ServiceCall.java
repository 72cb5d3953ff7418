package org.hgbench.hgcm.service;

/// A call of a client, as its service sees it. The object is used again for other calls once it is
/// completed, so a service forgets it then.
public interface ServiceCall {
  /// Who calls.
  ServiceClient client();

  /// Who calls, in the guest's own words; see [org.hgbench.hgcm.wire.Requestor].
  int requestor();

  /// Which function.
  int function();

  /// How many parameters.
  int parameterCount();

  /// A parameter.
  ///
  /// @throws IndexOutOfBoundsException if the call has fewer
  ServiceParameter parameter(int index);

  /// Names this very call, to complete it later. No two calls of a machine have the same one.
  long ticket();

  /// Completes a parked call; any thread may. A ticket that is not of the present call, or has been
  /// completed before, is ignored.
  void complete(long ticket, int result);
}
