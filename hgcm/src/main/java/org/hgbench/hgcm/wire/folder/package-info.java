/// The structures that travel in the buffers of the shared-folders service.
package org.hgbench.hgcm.wire.folder;
