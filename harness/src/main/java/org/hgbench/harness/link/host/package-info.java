/// What the workloads need on the host's side beside the transports: a device that has a thread of
/// the host tell the guest something, that says what the host has received, and that reads and
/// writes shared memory when the guest has. The same port accesses drive it on both transports and
/// on every boundary, since on `process` the host is another program.
package org.hgbench.harness.link.host;
