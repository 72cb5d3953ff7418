/// Shared folders: directories of the host, for the guest to read and write.
///
/// A path of the guest's is a list of names below a folder's root. It is walked name by name, each
/// relative to the open directory before it, and no symbolic link is followed: whatever is swapped
/// underneath meanwhile, the walk never leaves the root.
package org.hgbench.hgcm.service.folder;
