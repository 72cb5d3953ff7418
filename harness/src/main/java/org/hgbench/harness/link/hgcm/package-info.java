/// The workloads on HGCM: a machine with a VMM device, and one class per operation that says what
/// its guest does. It must not know HGSMI.
package org.hgbench.harness.link.hgcm;
