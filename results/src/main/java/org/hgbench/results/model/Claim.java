package org.hgbench.results.model;

import java.util.List;

/// What the run says about one statement on the two transports.
///
/// @param id `C1` to `C8`
/// @param statement the claim, as a sentence
/// @param verdict `holds`, `does not hold` or `not measured here`
/// @param modelled whether it rests on a modelled boundary only
/// @param figures the measured figures it rests on, as a sentence
/// @param evidence ids of the measurements
public record Claim(
    String id,
    String statement,
    String verdict,
    boolean modelled,
    String figures,
    List<String> evidence) {
  /// Copies the list.
  public Claim {
    evidence = Run.copy(evidence);
  }
}
