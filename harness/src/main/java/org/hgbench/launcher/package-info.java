/// The runnable jar's entry point, compiled for an older Java so that it can say which one is
/// missing.
package org.hgbench.launcher;
