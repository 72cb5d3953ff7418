/// The result model: one record per object of `run.json`, and nothing else.
///
/// It knows no transport, so that runs of other machines and other versions can be read.
package org.hgbench.results.model;
