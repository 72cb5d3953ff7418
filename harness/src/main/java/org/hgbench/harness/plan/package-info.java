/// What a run measures, and in which order: profiles, cells, forks.
///
/// A profile is a plain file of settings. It describes groups of cells; every cell becomes a number
/// of forks, which are ordered so that the transports alternate (A B B A) and the comparison inside
/// one report is paired. Nothing here measures anything.
package org.hgbench.harness.plan;
