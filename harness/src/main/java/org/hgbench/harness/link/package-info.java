/// One contract for both transports: the same workloads with identical work on both ends.
///
/// ```text
///   CellSpec --open--> Link --operation--> Operation.run(sequence)
///   (what, where)      (machine, transport)  (one class per workload and transport)
/// ```
///
/// The receiving side really reads every byte it is given and keeps a sum of it; the answering side
/// really writes every byte. [org.hgbench.harness.link.Link#verify] compares what both ends saw,
/// outside the timed section.
package org.hgbench.harness.link;
