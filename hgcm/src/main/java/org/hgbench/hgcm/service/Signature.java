package org.hgbench.hgcm.service;

import java.util.List;
import org.hgbench.hgcm.wire.Status;

/// Which parameters a function takes.
public final class Signature {
  private final ServiceParameter.Kind[] kinds;

  private Signature(List<ServiceParameter.Kind> kinds) {
    this.kinds = kinds.toArray(ServiceParameter.Kind[]::new);
  }

  /// A function with parameters of these kinds, in this order.
  public static Signature of(ServiceParameter.Kind... kinds) {
    return new Signature(List.of(kinds));
  }

  /// How many parameters.
  public int count() {
    return kinds.length;
  }

  /// Compares a call with it: SUCCESS, WRONG_PARAMETER_COUNT or WRONG_PARAMETER_TYPE.
  public int check(ServiceCall call) {
    if (call.parameterCount() != kinds.length) {
      return Status.WRONG_PARAMETER_COUNT;
    }
    for (int i = 0; i < kinds.length; i++) {
      if (call.parameter(i).kind() != kinds[i]) {
        return Status.WRONG_PARAMETER_TYPE;
      }
    }
    return Status.SUCCESS;
  }
}
