/// What a boundary costs by itself: the bare trap and the bare interrupt, measured with a device
/// that does nothing else. It runs over every boundary as any device does.
package org.hgbench.machine.yardstick;
