/// HGCM, the call transport of VirtualBox: a guest calls a function of a named service on its host.
///
/// ```text
///   guest ----> wire <---- host ----> service
/// ```
///
/// The two sides meet in `wire`, in guest memory and at ports, and nowhere else.
package org.hgbench.hgcm;
