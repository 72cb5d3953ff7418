/// Services that do as little as can be checked: what remains is the cost of the transport.
package org.hgbench.hgcm.service.bench;
