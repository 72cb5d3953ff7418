/// The settings tree with which the machine, its devices and plug-ins are configured (claim C8).
package org.hgbench.machine.settings;
