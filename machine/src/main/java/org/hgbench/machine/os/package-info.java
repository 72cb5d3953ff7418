/// The operating system, through `java.lang.foreign`: no native code of our own.
///
/// It knows nothing of machines; constants name the header they come from.
package org.hgbench.machine.os;
