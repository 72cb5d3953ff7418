package org.hgbench.hgcm.service.property;

import static org.hgbench.hgcm.service.ServiceParameter.Kind.BUFFER;
import static org.hgbench.hgcm.service.ServiceParameter.Kind.U32;
import static org.hgbench.hgcm.service.ServiceParameter.Kind.U64;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.service.ServiceClient;
import org.hgbench.hgcm.service.Signature;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.settings.Settings;

/// Named texts that guest and host share.
///
/// | function | parameters |
/// |---|---|
/// | 1 get | name, buffer out (value, flags), u64 timestamp out, u32 size out |
/// | 2 set | name, value, flags |
/// | 3 set value | name, value |
/// | 4 delete | name |
/// | 5 enumerate | patterns, buffer out (name, value, timestamp, flags each; four empty), u32 size out |
/// | 6 notification | patterns, u64 timestamp in and out, buffer out (name, value, flags), u32 size out |
///
/// Texts are zero-terminated UTF-8: names of at most 64 bytes, values of at most 1024. A
/// notification parks until something changes after the timestamp, 0 meaning from now on; it is
/// answered with `+NOT_FOUND` if no change of that very timestamp is remembered.
///
/// Source: VirtualBox 7.0, include/VBox/HostServices/GuestPropertySvc.h.
public final class GuestPropertyService implements HgcmService {
  /// Host: sets the [Property] that is the argument; its timestamp is not looked at.
  public static final int HOST_SET = 2;

  /// Host: deletes the property whose name is the argument.
  public static final int HOST_DELETE = 4;

  static final int MAX_NAME = 64;
  static final int MAX_VALUE = 1024;
  static final int MAX_FLAGS = 128;
  static final int MAX_PATTERNS = 1024;
  static final int MAX_PARKED_PER_CLIENT = 16;

  private static final int GET = 1;
  private static final int SET = 2;
  private static final int SET_VALUE = 3;
  private static final int DELETE = 4;
  private static final int ENUMERATE = 5;
  private static final int NOTIFICATION = 6;

  private static final Signature GETS = Signature.of(BUFFER, BUFFER, U64, U32);
  private static final Signature SETS = Signature.of(BUFFER, BUFFER, BUFFER);
  private static final Signature SETS_VALUE = Signature.of(BUFFER, BUFFER);
  private static final Signature DELETES = Signature.of(BUFFER);
  private static final Signature ENUMERATES = Signature.of(BUFFER, BUFFER, U32);
  private static final Signature NOTIFIES = Signature.of(BUFFER, U64, BUFFER, U32);

  private final PropertyStore store = new PropertyStore();
  private final List<ParkedNotification> parked = new ArrayList<>();

  /// Finds the service by the name `VBoxGuestPropSvc`.
  public static final class Provider implements HgcmServiceProvider {
    /// Creates the provider.
    public Provider() {}

    @Override
    public String name() {
      return "VBoxGuestPropSvc";
    }

    @Override
    public HgcmService create(Settings config) {
      return new GuestPropertyService();
    }
  }

  @Override
  public int call(ServiceCall call) {
    return switch (call.function()) {
      case GET -> checked(GETS, call);
      case SET -> checked(SETS, call);
      case SET_VALUE -> checked(SETS_VALUE, call);
      case DELETE -> checked(DELETES, call);
      case ENUMERATE -> checked(ENUMERATES, call);
      case NOTIFICATION -> checked(NOTIFIES, call);
      default -> Status.NOT_IMPLEMENTED;
    };
  }

  private int checked(Signature signature, ServiceCall call) {
    int status = signature.check(call);
    if (status != Status.SUCCESS) {
      return status;
    }
    return switch (call.function()) {
      case GET -> get(call);
      case ENUMERATE -> enumerate(call);
      case NOTIFICATION -> notification(call);
      default -> change(call);
    };
  }

  @Override
  public void cancelled(ServiceCall call) {
    long ticket = call.ticket();
    parked.removeIf(waiting -> waiting.ticket() == ticket);
    call.complete(ticket, Status.CANCELLED);
  }

  @Override
  public void disconnect(ServiceClient client) {
    parked.removeIf(waiting -> waiting.call().client() == client);
  }

  @Override
  public int hostCall(int function, Object argument) {
    if (function == HOST_SET && argument instanceof Property property) {
      int status = store.set(property.name(), property.value(), property.flags());
      return status == Status.SUCCESS ? changed() : status;
    }
    if (function == HOST_DELETE && argument instanceof String name && store.get(name) != null) {
      store.delete(name);
      return changed();
    }
    return Status.NOT_SUPPORTED;
  }

  private int get(ServiceCall call) {
    String name = Texts.read(call.parameter(0), MAX_NAME);
    if (name == null) {
      return Status.INVALID_PARAMETER;
    }
    Property property = store.get(name);
    if (property == null) {
      return Status.NOT_FOUND;
    }
    call.parameter(2).u64(property.timestamp());
    return new Texts()
        .add(property.value())
        .add(property.flags())
        .answer(call.parameter(1), call.parameter(3));
  }

  private int change(ServiceCall call) {
    String name = Texts.read(call.parameter(0), MAX_NAME);
    if (name == null || name.isEmpty()) {
      return Status.INVALID_PARAMETER;
    }
    Property before = store.get(name);
    if (before != null && !before.isWritableByGuest()) {
      return Status.PERMISSION_DENIED;
    }
    if (call.function() == DELETE) {
      if (before == null) {
        return Status.SUCCESS;
      }
      store.delete(name);
      return changed();
    }
    String value = Texts.read(call.parameter(1), MAX_VALUE);
    String flags = call.function() == SET ? Texts.read(call.parameter(2), MAX_FLAGS) : "";
    if (value == null || flags == null || !Property.areFlags(flags)) {
      return Status.INVALID_PARAMETER;
    }
    boolean keepsFlags = call.function() == SET_VALUE && before != null;
    int status = store.set(name, value, keepsFlags ? before.flags() : flags);
    return status == Status.SUCCESS ? changed() : status;
  }

  private int enumerate(ServiceCall call) {
    String patterns = Texts.read(call.parameter(0), MAX_PATTERNS);
    if (patterns == null) {
      return Status.INVALID_PARAMETER;
    }
    Texts texts = new Texts();
    for (Property property : store.matching(Pattern.of(patterns))) {
      texts
          .add(property.name())
          .add(property.value())
          .add(Long.toUnsignedString(property.timestamp()))
          .add(property.flags());
    }
    return texts.add("").add("").add("").add("").answer(call.parameter(1), call.parameter(2));
  }

  private int notification(ServiceCall call) {
    String patterns = Texts.read(call.parameter(0), MAX_PATTERNS);
    if (patterns == null) {
      return Status.INVALID_PARAMETER;
    }
    Pattern pattern = Pattern.of(patterns);
    long since = call.parameter(1).u64();
    Property change = since == 0 ? null : store.changeAfter(since, pattern);
    if (change != null) {
      int status = answer(call, change);
      return status == Status.SUCCESS && !store.remembers(since) ? -Status.NOT_FOUND : status;
    }
    long mine = parked.stream().filter(waiting -> waiting.call().client() == call.client()).count();
    if (mine >= MAX_PARKED_PER_CLIENT) {
      return Status.OUT_OF_RESOURCES;
    }
    parked.add(new ParkedNotification(call, call.ticket(), pattern));
    return Status.HGCM_ASYNC_EXECUTE;
  }

  /// Wakes whoever waits for the latest change.
  private int changed() {
    Property change = store.lastChange();
    for (ParkedNotification waiting : List.copyOf(parked)) {
      if (waiting.pattern().matches(change.name())) {
        parked.remove(waiting);
        waiting.call().complete(waiting.ticket(), answer(waiting.call(), change));
      }
    }
    return Status.SUCCESS;
  }

  private static int answer(ServiceCall call, Property change) {
    call.parameter(1).u64(change.timestamp());
    return new Texts()
        .add(change.name())
        .add(change.value())
        .add(change.flags())
        .answer(call.parameter(2), call.parameter(3));
  }
}
