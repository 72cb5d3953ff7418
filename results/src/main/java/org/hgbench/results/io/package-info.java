/// Run directories on disk: where each file lies, reading `run.json` and the histogram logs with
/// every doubt spoken, and writing them so that a reader never sees half a file.
///
/// It knows files and the model; it must not know statistics, charts or reports.
package org.hgbench.results.io;
