package org.hgbench.hgcm.service.folder;

import static org.hgbench.hgcm.service.ServiceParameter.Kind.BUFFER;
import static org.hgbench.hgcm.service.ServiceParameter.Kind.U32;
import static org.hgbench.hgcm.service.ServiceParameter.Kind.U64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgcm.service.Payload;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.service.ServiceClient;
import org.hgbench.hgcm.service.Signature;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.hgcm.wire.folder.CreateParameters;
import org.hgbench.hgcm.wire.folder.ObjectInfo;
import org.hgbench.machine.settings.Settings;

/// Directories of the host, for the guest to read and write: the functions that Linux's vboxsf
/// uses.
///
/// | setting | meaning |
/// |---|---|
/// | `Folders/NAME/Path` | the directory |
/// | `Folders/NAME/Writable` | whether the guest may change anything; true unless said otherwise |
/// | `Folders/NAME/Symlinks` | whether it may create symbolic links; false unless said otherwise |
///
/// Differs: symbolic links are shown, read and created, but never followed. What a folder does not
/// allow is ACCESS_DENIED; the original says WRITE_PROTECT.
///
/// Source: VirtualBox 7.0, src/VBox/HostServices/SharedFolders/VBoxSharedFoldersSvc.cpp.
public final class SharedFolderService implements HgcmService {
  private static final int MAX_CLIENTS = 66;

  private static final int CREATE = 3;
  private static final int CLOSE = 4;
  private static final int READ = 5;
  private static final int WRITE = 6;
  private static final int LIST = 8;
  private static final int INFORMATION = 9;
  private static final int REMOVE = 11;
  private static final int UNMAP_FOLDER = 13;
  private static final int RENAME = 14;
  private static final int FLUSH = 15;
  private static final int SET_UTF8 = 16;
  private static final int MAP_FOLDER = 17;
  private static final int READLINK = 18;
  private static final int SYMLINK = 19;
  private static final int SET_SYMLINKS = 20;
  private static final int SET_FILE_SIZE = 24;

  private static final byte[] TERMINATOR = {0};
  private static final int REMOVE_DIRECTORY = 2;
  private static final int RENAME_REPLACES = 4;

  private static final Map<Integer, Signature> SIGNATURES =
      Map.ofEntries(
          Map.entry(CREATE, Signature.of(U32, BUFFER, BUFFER)),
          Map.entry(CLOSE, Signature.of(U32, U64)),
          Map.entry(READ, Signature.of(U32, U64, U64, U32, BUFFER)),
          Map.entry(WRITE, Signature.of(U32, U64, U64, U32, BUFFER)),
          Map.entry(LIST, Signature.of(U32, U64, U32, U32, BUFFER, BUFFER, U32, U32)),
          Map.entry(INFORMATION, Signature.of(U32, U64, U32, U32, BUFFER)),
          Map.entry(REMOVE, Signature.of(U32, BUFFER, U32)),
          Map.entry(UNMAP_FOLDER, Signature.of(U32)),
          Map.entry(RENAME, Signature.of(U32, BUFFER, BUFFER, U32)),
          Map.entry(FLUSH, Signature.of(U32, U64)),
          Map.entry(SET_UTF8, Signature.of()),
          Map.entry(MAP_FOLDER, Signature.of(BUFFER, U32, U32, U32)),
          Map.entry(READLINK, Signature.of(U32, BUFFER, BUFFER)),
          Map.entry(SYMLINK, Signature.of(U32, BUFFER, BUFFER, BUFFER)),
          Map.entry(SET_SYMLINKS, Signature.of()),
          Map.entry(SET_FILE_SIZE, Signature.of(U32, U64, U64)));

  private final List<SharedFolder> folders;
  private final Scratch scratch = new Scratch();
  private final FolderData data = new FolderData();

  /// Null where the operating system lacks what it needs.
  private final SymbolicLinks links = SymbolicLinks.areSupported() ? new SymbolicLinks() : null;

  private SharedFolderService(List<SharedFolder> folders) {
    this.folders = folders;
  }

  /// Finds the service by the name `VBoxSharedFolders`.
  public static final class Provider implements HgcmServiceProvider {
    /// Creates the provider.
    public Provider() {}

    @Override
    public String name() {
      return "VBoxSharedFolders";
    }

    @Override
    public int maxClients(Requestor.Pool pool) {
      return MAX_CLIENTS;
    }

    @Override
    public HgcmService create(Settings config) {
      List<SharedFolder> folders = new ArrayList<>();
      Settings tree = config.at("Folders");
      for (String name : tree.children()) {
        Path path = Path.of(tree.at(name).text("Path", ""));
        if (!Files.isDirectory(path)) {
          throw new IllegalArgumentException(
              "setting Folders/%s/Path: '%s' is not a directory".formatted(name, path));
        }
        boolean writable = tree.at(name).flag("Writable", true);
        boolean linkable = tree.at(name).flag("Symlinks", false);
        folders.add(new SharedFolder(name, path, writable, linkable));
      }
      return new SharedFolderService(folders);
    }
  }

  @Override
  public int connect(ServiceClient client) {
    client.state(new FolderSession());
    return Status.SUCCESS;
  }

  @Override
  public void disconnect(ServiceClient client) {
    try {
      ((FolderSession) client.state()).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int call(ServiceCall call) {
    Signature signature = SIGNATURES.get(call.function());
    if (signature == null) {
      return Status.NOT_IMPLEMENTED;
    }
    int status = signature.check(call);
    if (status != Status.SUCCESS) {
      return status;
    }
    FolderSession session = (FolderSession) call.client().state();
    try {
      return switch (call.function()) {
        case SET_UTF8 -> {
          session.useUtf8();
          yield Status.SUCCESS;
        }
        case SET_SYMLINKS -> Status.SUCCESS;
        case MAP_FOLDER -> map(call, session);
        default -> inFolder(call, session);
      };
    } catch (IOException e) {
      return FolderFailure.status(e);
    } catch (InvalidPathException e) {
      return Status.INVALID_PARAMETER;
    }
  }

  private int map(ServiceCall call, FolderSession session) {
    String name = scratch.text(call.parameter(0).payload(), session.charset());
    if (name == null || call.parameter(2).u32() != '/') {
      return Status.INVALID_PARAMETER;
    }
    for (int root = 0; root < folders.size(); root++) {
      if (folders.get(root).name().equals(name)) {
        call.parameter(1).u32(root);
        return Status.SUCCESS;
      }
    }
    return Status.FILE_NOT_FOUND;
  }

  private int inFolder(ServiceCall call, FolderSession session) throws IOException {
    int root = call.parameter(0).u32();
    if (root < 0 || root >= folders.size()) {
      return Status.INVALID_PARAMETER;
    }
    SharedFolder folder = folders.get(root);
    return switch (call.function()) {
      case UNMAP_FOLDER -> Status.SUCCESS;
      case CREATE -> create(call, session, folder);
      case REMOVE -> remove(call, session, folder);
      case RENAME -> rename(call, session, folder);
      case READLINK -> readLink(call, session, folder);
      case SYMLINK -> createLink(call, session, folder);
      default -> onHandle(call, session, folder);
    };
  }

  private int create(ServiceCall call, FolderSession session, SharedFolder folder)
      throws IOException {
    FolderPath path = scratch.path(call.parameter(1).payload(), session.charset());
    CreateParameters parameters = scratch.createParameters(call.parameter(2).payload());
    if (path == null || parameters == null) {
      return Status.INVALID_PARAMETER;
    }
    int status = new FolderCreate(session, folder, path, parameters).perform();
    if (status == Status.SUCCESS) {
      scratch.answer(call.parameter(2).payload(), CreateParameters.SIZE);
    }
    return status;
  }

  private int remove(ServiceCall call, FolderSession session, SharedFolder folder)
      throws IOException {
    FolderPath path = scratch.path(call.parameter(1).payload(), session.charset());
    if (path == null || path.isRoot()) {
      return Status.INVALID_PARAMETER;
    }
    if (!folder.writable()) {
      return Status.ACCESS_DENIED;
    }
    if ((call.parameter(2).u32() & REMOVE_DIRECTORY) != 0) {
      folder.removeDirectory(path);
    } else {
      folder.removeFile(path);
    }
    return Status.SUCCESS;
  }

  private int rename(ServiceCall call, FolderSession session, SharedFolder folder)
      throws IOException {
    FolderPath from = scratch.path(call.parameter(1).payload(), session.charset());
    FolderPath to = scratch.path(call.parameter(2).payload(), session.charset());
    if (from == null || to == null || from.isRoot() || to.isRoot()) {
      return Status.INVALID_PARAMETER;
    }
    if (!folder.writable()) {
      return Status.ACCESS_DENIED;
    }
    boolean replaces = (call.parameter(3).u32() & RENAME_REPLACES) != 0;
    if (!replaces && exists(folder, to)) {
      return Status.ALREADY_EXISTS;
    }
    folder.rename(from, to);
    return Status.SUCCESS;
  }

  /// Parameters: root, path, target out as UTF-8 with a terminator.
  private int readLink(ServiceCall call, FolderSession session, SharedFolder folder)
      throws IOException {
    FolderPath path = scratch.path(call.parameter(1).payload(), session.charset());
    if (path == null || path.isRoot()) {
      return Status.INVALID_PARAMETER;
    }
    if (links == null) {
      return Status.NOT_SUPPORTED;
    }
    byte[] target = links.read(folder, path);
    Payload buffer = call.parameter(2).payload();
    if (target.length >= buffer.bytes()) {
      return Status.BUFFER_OVERFLOW;
    }
    buffer.copyFrom(0, target, 0, target.length);
    buffer.copyFrom(target.length, TERMINATOR, 0, TERMINATOR.length);
    return Status.SUCCESS;
  }

  /// Parameters: root, path, target, info out.
  private int createLink(ServiceCall call, FolderSession session, SharedFolder folder)
      throws IOException {
    FolderPath path = scratch.path(call.parameter(1).payload(), session.charset());
    String target = scratch.text(call.parameter(2).payload(), session.charset());
    Payload info = call.parameter(3).payload();
    if (path == null || path.isRoot() || target == null || info.bytes() < ObjectInfo.SIZE) {
      return Status.INVALID_PARAMETER;
    }
    if (links == null) {
      return Status.NOT_SUPPORTED;
    }
    if (!folder.writable() || !folder.linkable()) {
      return Status.ACCESS_DENIED;
    }
    links.create(folder, path, target);
    Attributes.write(folder.attributes(path), new ObjectInfo(scratch.memory(), 0));
    scratch.answer(info, ObjectInfo.SIZE);
    return Status.SUCCESS;
  }

  private static boolean exists(SharedFolder folder, FolderPath path) throws IOException {
    try {
      return folder.attributes(path) != null;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private int onHandle(ServiceCall call, FolderSession session, SharedFolder folder)
      throws IOException {
    long handle = call.parameter(1).u64();
    OpenObject object = session.get(handle);
    if (object == null || object.folder() != folder) {
      return Status.INVALID_HANDLE;
    }
    return switch (call.function()) {
      case CLOSE -> {
        session.remove(handle).close();
        yield Status.SUCCESS;
      }
      case INFORMATION -> FolderInformation.perform(call, object, scratch);
      case SET_FILE_SIZE -> FolderInformation.resize(object, call.parameter(2).u64());
      default ->
          switch (object) {
            case OpenObject.OpenFile file -> onFile(call, file);
            case OpenObject.OpenDirectory directory ->
                call.function() == LIST
                    ? FolderListing.list(call, directory, scratch, session.charset())
                    : Status.INVALID_HANDLE;
          };
    };
  }

  private int onFile(ServiceCall call, OpenObject.OpenFile file) throws IOException {
    return switch (call.function()) {
      case READ -> data.read(call, file);
      case WRITE -> data.write(call, file);
      case FLUSH -> {
        file.channel().force(true);
        yield Status.SUCCESS;
      }
      default -> Status.INVALID_HANDLE;
    };
  }
}
