package org.hgbench.hgcm.service.folder;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// What the service keeps about a client: its open objects, its mappings, and how it writes texts.
final class FolderSession {
  static final int MAX_OPEN = 1024;

  private final Map<Long, OpenObject> open = new HashMap<>();
  private Charset charset = StandardCharsets.UTF_16LE;
  private long lastHandle;

  /// From now on texts are UTF-8.
  void useUtf8() {
    charset = StandardCharsets.UTF_8;
  }

  Charset charset() {
    return charset;
  }

  boolean isFull() {
    return open.size() >= MAX_OPEN;
  }

  /// Keeps an object and returns its handle.
  long add(OpenObject object) {
    lastHandle++;
    open.put(lastHandle, object);
    return lastHandle;
  }

  /// The object of a handle, or null.
  OpenObject get(long handle) {
    return open.get(handle);
  }

  /// Forgets a handle; the object is the caller's to close. Null if there is none.
  OpenObject remove(long handle) {
    return open.remove(handle);
  }

  /// Closes everything.
  void close() throws IOException {
    for (OpenObject object : open.values()) {
      object.close();
    }
    open.clear();
  }
}
