/// The guest's side of HGSMI: what a display driver in the guest does. It must not know the host.
package org.hgbench.hgsmi.guest;
