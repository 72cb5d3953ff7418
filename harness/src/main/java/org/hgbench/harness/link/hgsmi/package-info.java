/// The workloads on HGSMI: a machine with a VGA adapter, and one class per operation that says what
/// its guest does. It must not know HGCM.
package org.hgbench.harness.link.hgsmi;
