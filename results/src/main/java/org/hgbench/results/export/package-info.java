/// Runs in the formats of other tools: one class for each format, one figure in one direction.
///
/// It knows the model and the files; it must not know reports.
package org.hgbench.results.export;
