/// The bytes of VMMDev and HGCM: where guest and host meet.
///
/// ```text
///   guest RAM                                            VMMDevMemory (directly mapped)
///   +----------------+------------+------------+------+  +------+---------+------------+
///   | request header | HGCM header| client, fn | par. |  | size | version | haveEvents |
///   +----------------+------------+------------+------+  +------+---------+------------+
///     0                24           32           44        0      4         8
/// ```
///
/// Every type here is a view: memory and the place where a structure begins, with methods for its
/// fields. The guest looks at its RAM through them; the host looks at a private copy, so that each
/// word the guest owns is read once. Offsets are written down here and nowhere else. All fields are
/// little-endian; all structures are packed.
///
/// The package knows no device and no driver.
package org.hgbench.hgcm.wire;
