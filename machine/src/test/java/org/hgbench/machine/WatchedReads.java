package org.hgbench.machine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hgbench.machine.memory.GuestMemory;

/// Loads the classes of a transport anew and has each of their reads of guest memory told, right
/// after it has been made: the moment in which a second vCPU may change what was read.
///
/// The classes themselves know nothing of it. Atomic changes are no reads here: what the guest does
/// between their halves, they see.
public final class WatchedReads extends ClassLoader {
  private static final ClassDesc MEMORY = GuestMemory.class.describeConstable().orElseThrow();
  private static final ClassDesc HOOKS = Hooks.class.describeConstable().orElseThrow();

  private static final Set<String> READS =
      Arrays.stream(Hooks.class.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .map(WatchedReads::call)
          .collect(Collectors.toSet());

  private static volatile Observer observer = Observer.NONE;

  private final String prefix;

  /// Is told of reads.
  public interface Observer {
    /// Looks away.
    Observer NONE = (memory, at, length) -> {};

    /// Host code has read so many bytes and has what it read.
    ///
    /// @param memory the window that it read from
    void read(GuestMemory memory, long at, long length);
  }

  /// Loads classes whose names begin with `prefix`, such as `org.hgbench.hgsmi.`.
  public WatchedReads(String prefix) {
    super(WatchedReads.class.getClassLoader());
    this.prefix = prefix;
  }

  /// Tells `watching` of reads from now on. One thread at a time.
  public static void tell(Observer watching) {
    observer = watching;
  }

  /// Runs something with this loader as the thread's own, where services are looked for.
  public void run(Runnable task) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      task.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /// A new object of a class, loaded anew, that has a public constructor with texts as arguments.
  public <T> T create(Class<T> type, String name, Object... arguments)
      throws ReflectiveOperationException {
    Class<?>[] texts = new Class<?>[arguments.length];
    Arrays.fill(texts, String.class);
    return type.cast(loadClass(name).getConstructor(texts).newInstance(arguments));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(prefix)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      ClassFile classFile = ClassFile.of();
      byte[] watched =
          classFile.transformClass(
              classFile.parse(file.readAllBytes()),
              ClassTransform.transformingMethodBodies(WatchedReads::watch));
      return defineClass(name, watched, 0, watched.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static void watch(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call
        && call.owner().asSymbol().equals(MEMORY)
        && READS.contains(call.name().stringValue() + call.type().stringValue())) {
      code.invokestatic(
          HOOKS, call.name().stringValue(), call.typeSymbol().insertParameterTypes(0, MEMORY));
    } else {
      code.with(element);
    }
  }

  /// Name and descriptor of the method of [GuestMemory] that a hook stands in for.
  private static String call(Method hook) {
    Class<?>[] parameters = hook.getParameterTypes();
    return hook.getName()
        + MethodType.methodType(
                hook.getReturnType(), Arrays.copyOfRange(parameters, 1, parameters.length))
            .descriptorString();
  }

  /// What is called instead: each method reads as its namesake does, and tells of it.
  public static final class Hooks {
    private Hooks() {}

    public static int u8(GuestMemory memory, long at) {
      return (int) told(memory, at, 1, memory.u8(at));
    }

    public static int u16(GuestMemory memory, long at) {
      return (int) told(memory, at, 2, memory.u16(at));
    }

    public static int u32(GuestMemory memory, long at) {
      return (int) told(memory, at, 4, memory.u32(at));
    }

    public static int u32Acquire(GuestMemory memory, long at) {
      return (int) told(memory, at, 4, memory.u32Acquire(at));
    }

    public static long u32AsLong(GuestMemory memory, long at) {
      return told(memory, at, 4, memory.u32AsLong(at));
    }

    public static long u64(GuestMemory memory, long at) {
      return told(memory, at, 8, memory.u64(at));
    }

    public static long sum(GuestMemory memory, long at, long length) {
      return told(memory, at, length, memory.sum(at, length));
    }

    public static void copyTo(
        GuestMemory memory, long at, byte[] target, int targetOffset, int length) {
      memory.copyTo(at, target, targetOffset, length);
      told(memory, at, length, 0);
    }

    public static void copyTo(
        GuestMemory memory, long at, GuestMemory target, long targetAt, long length) {
      memory.copyTo(at, target, targetAt, length);
      told(memory, at, length, 0);
    }

    /// Passes on the value that was read.
    private static long told(GuestMemory memory, long at, long length, long value) {
      observer.read(memory, at, length);
      return value;
    }
  }
}
