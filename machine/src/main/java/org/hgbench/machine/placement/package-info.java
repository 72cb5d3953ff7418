/// Placement: which processors guest and host run on.
package org.hgbench.machine.placement;
