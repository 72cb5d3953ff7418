/// What a run says, for people: sentences, a table for the terminal, `summary.md`, `report.html`.
///
/// ```text
///   run.json + histograms  ->  pairs (HGSMI, HGCM)  ->  verdicts, charts, tables  ->  files
/// ```
///
/// It knows the transports' names and what was predicted of them, but none of their code.
package org.hgbench.results.report;
