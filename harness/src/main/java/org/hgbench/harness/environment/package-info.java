/// The machine that measures: what it is, how far it can be trusted, and what disturbed it.
///
/// ```
/// before a run   SystemFiles, JavaRuntime, ClockCost -> EnvironmentCapture -> Environment
///                                                            Doctor            grade, findings
///                                                                              DoctorText
/// around a fork  DisturbanceProbe.snapshot() ... snapshot() -> Disturbance -> grade, warnings
/// during a fork  PauseDetector                              -> Pauses      -> grade, warnings
/// ```
///
/// All of it comes from `/proc`, `/sys` and the Java runtime. Where a file does not exist, as on
/// other operating systems, the fact is null or absent and never an exception. The package knows no
/// transport and no benchmark.
package org.hgbench.harness.environment;
