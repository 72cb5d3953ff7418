/// Display drivers: what can be behind a VGA device. Which one is a setting; the device does not
/// change (claim C7).
package org.hgbench.hgsmi.host.display;
