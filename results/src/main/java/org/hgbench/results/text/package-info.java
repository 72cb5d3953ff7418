/// How figures are written for people: the same number looks the same on a chart, in a table and on
/// the terminal.
package org.hgbench.results.text;
