/// Counting what the protocols predict: traps, interrupts, hand-overs and copies.
package org.hgbench.machine.counter;
