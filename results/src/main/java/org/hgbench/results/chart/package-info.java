/// Charts: each is a function from data to a `JFreeChart`, and all look the way [ChartStyle] says.
///
/// [ChartFiles] turns a chart into an SVG that suits light and dark pages and into two PNGs. The
/// package knows numbers, labels and names of transports; it must not know runs or reports. It is
/// the only one that imports the chart library.
package org.hgbench.results.chart;
