package org.hgbench.results.chart;

/// The words around a chart.
///
/// @param title what is shown
/// @param conditions under which it was measured: boundary, whether it is modelled, waiting,
///   placement
/// @param note what bars and bands mean, and what else a reader must know
public record Caption(String title, String conditions, String note) {}
