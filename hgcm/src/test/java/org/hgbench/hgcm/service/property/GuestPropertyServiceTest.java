package org.hgbench.hgcm.service.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hgbench.hgcm.TestMachine;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestPropertyServiceTest {
  private final TestMachine machine = TestMachine.with();
  private final HgcmGuest guest = machine.probedGuest();
  private final int client = guest.connect("VBoxGuestPropSvc", WaitMode.IRQ);

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void whatWasSetIsRead() {
    assertThat(set("/Test/Name", "value", "TRANSIENT")).isEqualTo(Status.SUCCESS);
    HgcmCall get = get("/Test/Name", 64);
    assertThat(get.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(get.u32(3)).isEqualTo("value\0TRANSIENT\0".length());
    assertThat(text(get, 1, get.u32(3))).isEqualTo("value\0TRANSIENT\0");
    assertThat(get.u64(2)).isPositive();
    assertThat(get("/Test/Nothing", 64).run(WaitMode.IRQ)).isEqualTo(Status.NOT_FOUND);
  }

  @Test
  void aTooSmallBufferIsToldTheSize() {
    set("/Test/Name", "value", "");
    HgcmCall get = get("/Test/Name", 6);
    assertThat(get.run(WaitMode.IRQ)).isEqualTo(Status.BUFFER_OVERFLOW);
    assertThat(get.u32(3)).isEqualTo(7);
    assertThat(get("/Test/Name", 7).run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
  }

  @Test
  void whatIsReadOnlyForTheGuestStays() {
    host(new Property("/Host/Name", "fixed", 0, "RDONLYGUEST"));
    assertThat(set("/Host/Name", "other", "")).isEqualTo(Status.PERMISSION_DENIED);
    assertThat(delete("/Host/Name")).isEqualTo(Status.PERMISSION_DENIED);
    HgcmCall get = get("/Host/Name", 64);
    assertThat(get.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(text(get, 1, 6)).isEqualTo("fixed\0");
  }

  @Test
  void namesAndValuesHaveLimits() {
    assertThat(set("n".repeat(63), "v".repeat(1023), "")).isEqualTo(Status.SUCCESS);
    assertThat(set("n".repeat(64), "", "")).isEqualTo(Status.INVALID_PARAMETER);
    assertThat(set("n", "v".repeat(1024), "")).isEqualTo(Status.INVALID_PARAMETER);
    assertThat(set("", "v", "")).isEqualTo(Status.INVALID_PARAMETER);
    assertThat(set("n", "v", "NONSENSE")).isEqualTo(Status.INVALID_PARAMETER);
    for (int i = 1; i < PropertyStore.MAX_PROPERTIES; i++) {
      assertThat(host(new Property("p" + i, "", 0, ""))).isEqualTo(Status.SUCCESS);
    }
    assertThat(set("one more", "", "")).isEqualTo(Status.TOO_MUCH_DATA);
  }

  @Test
  void enumeratesWhatMatches() {
    set("/A/x", "1", "");
    set("/A/y", "2", "");
    set("/B/x", "3", "");
    assertThat(delete("/A/y")).isEqualTo(Status.SUCCESS);
    HgcmCall all = enumerate("");
    assertThat(all.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(text(all, 1, all.u32(2))).contains("/A/x\0001\0", "/B/x\0003\0").doesNotContain("y");
    HgcmCall some = enumerate("/Z*|/?/x*|");
    assertThat(some.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(text(some, 1, some.u32(2)).split("\0")).hasSize(7).contains("/A/x", "/B/x");
    HgcmCall none = enumerate("/C/*");
    assertThat(none.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(none.u32(2)).isEqualTo(4);
  }

  @Test
  void aNotificationWaitsForAChangeThatMatches() {
    HgcmCall wait = notification("/A/*", 0);
    assertThat(wait.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    set("/B/x", "1", "");
    assertThat(wait.isDone()).isFalse();
    host(new Property("/A/x", "2", 0, ""));
    assertThat(wait.await(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(text(wait, 2, wait.u32(3))).isEqualTo("/A/x\0002\0\0");
    long first = wait.u64(1);
    host(new Property("/A/x", "3", 0, ""));
    host(new Property("/A/x", "4", 0, ""));
    HgcmCall next = notification("/A/*", first);
    assertThat(next.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(text(next, 2, next.u32(3))).isEqualTo("/A/x\0003\0\0");
    HgcmCall forgotten = notification("/A/*", 1);
    assertThat(forgotten.run(WaitMode.IRQ)).isEqualTo(-Status.NOT_FOUND);
  }

  @Test
  void aClientParksNoMoreThanSixteen() {
    for (int i = 0; i < GuestPropertyService.MAX_PARKED_PER_CLIENT; i++) {
      assertThat(notification("*", 0).submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    }
    assertThat(notification("*", 0).run(WaitMode.IRQ)).isEqualTo(Status.OUT_OF_RESOURCES);
    guest.disconnect(client, WaitMode.IRQ);
    assertThat(machine.device().requestsInFlight()).isZero();
  }

  @Test
  void aTextWithoutTerminatorOrOfOtherBytesIsInvalid() {
    HgcmCall call = guest.call(client, 4).embedded(3, Direction.TO_HOST).build();
    guest.ram().fill(call.bufferAddress(0), 3, (byte) 'x');
    assertThat(call.run(WaitMode.IRQ)).isEqualTo(Status.INVALID_PARAMETER);
    guest.ram().u8(call.bufferAddress(0), 0xFF);
    guest.ram().u8(call.bufferAddress(0) + 2, 0);
    assertThat(call.run(WaitMode.IRQ)).isEqualTo(Status.INVALID_PARAMETER);
    assertThat(guest.call(client, 4).build().run(WaitMode.IRQ))
        .isEqualTo(Status.WRONG_PARAMETER_COUNT);
    assertThat(guest.call(client, 4).u32(1).build().run(WaitMode.IRQ))
        .isEqualTo(Status.WRONG_PARAMETER_TYPE);
    assertThat(guest.call(client, 7).build().run(WaitMode.IRQ)).isEqualTo(Status.NOT_IMPLEMENTED);
  }

  private int set(String name, String value, String flags) {
    HgcmCall call =
        guest
            .call(client, 2)
            .embedded(name.length() + 1, Direction.TO_HOST)
            .embedded(value.length() + 1, Direction.TO_HOST)
            .embedded(flags.length() + 1, Direction.TO_HOST)
            .build();
    write(call, 0, name);
    write(call, 1, value);
    write(call, 2, flags);
    return call.run(WaitMode.IRQ);
  }

  private int delete(String name) {
    HgcmCall call = guest.call(client, 4).embedded(name.length() + 1, Direction.TO_HOST).build();
    write(call, 0, name);
    return call.run(WaitMode.IRQ);
  }

  private HgcmCall get(String name, int bytes) {
    HgcmCall call =
        guest
            .call(client, 1)
            .embedded(name.length() + 1, Direction.TO_HOST)
            .embedded(bytes, Direction.FROM_HOST)
            .u64(0)
            .u32(0)
            .build();
    write(call, 0, name);
    return call;
  }

  private HgcmCall enumerate(String patterns) {
    HgcmCall call =
        guest
            .call(client, 5)
            .embedded(patterns.length() + 1, Direction.TO_HOST)
            .embedded(512, Direction.FROM_HOST)
            .u32(0)
            .build();
    write(call, 0, patterns);
    return call;
  }

  private HgcmCall notification(String patterns, long timestamp) {
    HgcmCall call =
        guest
            .call(client, 6)
            .embedded(patterns.length() + 1, Direction.TO_HOST)
            .u64(timestamp)
            .embedded(512, Direction.FROM_HOST)
            .u32(0)
            .build();
    write(call, 0, patterns);
    return call;
  }

  private int host(Property property) {
    return machine
        .connector()
        .hostCall("VBoxGuestPropSvc", GuestPropertyService.HOST_SET, property)
        .run();
  }

  private void write(HgcmCall call, int index, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    guest.ram().copyFrom(call.bufferAddress(index), bytes, 0, bytes.length);
    guest.ram().u8(call.bufferAddress(index) + bytes.length, 0);
  }

  private String text(HgcmCall call, int index, int bytes) {
    byte[] array = new byte[bytes];
    guest.ram().copyTo(call.bufferAddress(index), array, 0, bytes);
    return new String(array, StandardCharsets.US_ASCII);
  }
}
