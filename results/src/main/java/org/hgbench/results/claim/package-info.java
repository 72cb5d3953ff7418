/// The eight claims of the suite, judged from a run's own figures: computed, never typed.
package org.hgbench.results.claim;
