package org.hgbench.machine;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Runs all tests of a class as a guest, once behind each boundary:
///
/// ```java
/// @ParameterizedClass
/// @MethodSource("org.hgbench.machine.BoundaryCases#all")
/// class SomeTest {
///   @RegisterExtension static final GuestThread GUEST = new GuestThread("RamSize = 2M");
///
///   SomeTest(String boundary) {
///     this.machine = GUEST.machine();
/// ```
///
/// There is one machine for each boundary, so that its host process starts once. A test that wants
/// a host as good as new has to reset it.
public final class GuestThread implements InvocationInterceptor, AfterAllCallback {
  private static final Duration BOUND =
      Boolean.getBoolean("hgbench.long") ? Duration.ofMinutes(20) : Duration.ofSeconds(60);

  private final List<String> settings;
  private String boundary;
  private ExecutorService thread;
  private Machine machine;

  /// Prepares machines with these settings, each `key = value`.
  public GuestThread(String... settings) {
    this.settings = List.of(settings);
  }

  /// The machine behind the boundary that is tested. Tests and their constructors call.
  public Machine machine() {
    if (machine == null) {
      List<String> lines = new ArrayList<>(settings);
      lines.add("Boundary/Name = " + boundary);
      machine = Machine.open(Settings.parse(lines));
    }
    return machine;
  }

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> constructor,
      ReflectiveInvocationContext<Constructor<T>> call,
      ExtensionContext context)
      throws Throwable {
    String wanted = (String) call.getArguments().getFirst();
    BoundaryCases.requireUsable(wanted);
    if (!wanted.equals(boundary)) {
      end();
      boundary = wanted;
      thread =
          Executors.newSingleThreadExecutor(Thread.ofPlatform().name("guest").daemon().factory());
    }
    return asGuest(constructor);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
      throws Throwable {
    asGuest(method);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
      throws Throwable {
    asGuest(method);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
      throws Throwable {
    asGuest(method);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
      throws Throwable {
    asGuest(method);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    end();
  }

  private void end() throws Exception {
    Machine closing = machine;
    machine = null;
    if (thread != null) {
      try {
        if (closing != null) {
          await(thread.submit(closing::close, null));
        }
      } finally {
        thread.shutdownNow();
        thread = null;
        boundary = null;
      }
    }
  }

  private <T> T asGuest(Invocation<T> invocation) throws Throwable {
    Callable<T> call =
        () -> {
          try {
            return invocation.proceed();
          } catch (Exception | Error e) {
            throw e;
          } catch (Throwable e) {
            throw new AssertionError(e);
          }
        };
    try {
      return await(thread.submit(call));
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  private <T> T await(Future<T> result) throws InterruptedException, ExecutionException {
    try {
      return result.get(BOUND.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the guest behind %s does not end".formatted(boundary), e);
    }
  }
}
