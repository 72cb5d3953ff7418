package org.hgbench.hgcm.guest;

/// How a request carries a buffer of the kernel's.
public enum Carrier {
  /// A list of its pages; the host copies page by page. What Linux does with every buffer.
  PAGE_LIST,
  /// Inside the request, at most 64 KiB; the host copies it at once.
  EMBEDDED,
  /// One run of pages; the host copies it at once.
  CONTIGUOUS,
  /// A list of its pages, on which the service works in place; nobody copies.
  NO_BOUNCE
}
