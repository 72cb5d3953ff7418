/// Guest properties: named texts that guest and host share. GET is the natural small remote call: a
/// buffer in, a buffer out, two scalars back.
package org.hgbench.hgcm.service.property;
