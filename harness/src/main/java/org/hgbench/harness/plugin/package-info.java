/// Plug-in jars: which there are, whether they can be used, and which of them a failure came from.
///
/// ```text
///   --plugin JAR, plugins/*.jar  --Launcher-->  class path of the command line, every fork and the
///                                               host process; found there with ServiceLoader
/// ```
package org.hgbench.harness.plugin;
