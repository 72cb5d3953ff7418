package org.hgbench.results.chart;

import java.util.function.Function;
import org.jfree.chart.JFreeChart;

/// A chart and what is needed to make files and a web page of it.
///
/// @param name of its files, without extension
/// @param caption the words around it
/// @param description what it shows, for those who cannot see it
/// @param width in pixels
/// @param height in pixels
/// @param draw the chart in a theme
public record Drawing(
    String name,
    Caption caption,
    String description,
    int width,
    int height,
    Function<Theme, JFreeChart> draw) {}
