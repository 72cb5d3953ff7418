package org.hgbench.hgcm.wire;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.MemoryLayout.sequenceLayout;
import static java.lang.foreign.MemoryLayout.structLayout;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import org.junit.jupiter.api.Test;

/// The packed C structures, spelled out, against the offsets that the views use.
class LayoutTest {
  private static final StructLayout HEADER =
      structLayout(
          u32("size"), u32("version"), u32("requestType"), u32("rc"), u32("reserved"), u32("req"));
  private static final StructLayout HGCM =
      structLayout(HEADER.withName("header"), u32("flags"), u32("result"));

  @Test
  void requestHeader() {
    assertThat(HEADER.byteSize()).isEqualTo(RequestHeader.SIZE);
    assertThat(offset(HEADER, "size")).isEqualTo(RequestHeader.REQUEST_SIZE);
    assertThat(offset(HEADER, "version")).isEqualTo(RequestHeader.VERSION_AT);
    assertThat(offset(HEADER, "requestType")).isEqualTo(RequestHeader.TYPE);
    assertThat(offset(HEADER, "rc")).isEqualTo(RequestHeader.RC);
    assertThat(offset(HEADER, "reserved")).isEqualTo(RequestHeader.RESERVED);
    assertThat(offset(HEADER, "req")).isEqualTo(RequestHeader.REQUESTOR);
  }

  @Test
  void hgcmHeader() {
    assertThat(HGCM.byteSize()).isEqualTo(HgcmHeader.SIZE);
    assertThat(offset(HGCM, "flags")).isEqualTo(HgcmHeader.FLAGS);
    assertThat(offset(HGCM, "result")).isEqualTo(HgcmHeader.RESULT);
  }

  @Test
  void connect() {
    StructLayout layout =
        structLayout(
            HGCM.withName("hgcm"),
            u32("locationType"),
            sequenceLayout(128, JAVA_BYTE).withName("name"),
            u32("clientId"));
    assertThat(layout.byteSize()).isEqualTo(ConnectRequest.SIZE);
    assertThat(offset(layout, "locationType")).isEqualTo(ConnectRequest.LOCATION_TYPE);
    assertThat(offset(layout, "name")).isEqualTo(ConnectRequest.NAME);
    assertThat(offset(layout, "clientId")).isEqualTo(ConnectRequest.CLIENT_ID);
  }

  @Test
  void disconnectAndCancel() {
    StructLayout disconnect = structLayout(HGCM.withName("hgcm"), u32("clientId"));
    assertThat(disconnect.byteSize()).isEqualTo(DisconnectRequest.SIZE);
    assertThat(offset(disconnect, "clientId")).isEqualTo(DisconnectRequest.CLIENT_ID);
    StructLayout cancel = structLayout(HEADER.withName("header"), u32("address"));
    assertThat(cancel.byteSize()).isEqualTo(CancelRequest.SIZE);
    assertThat(offset(cancel, "address")).isEqualTo(CancelRequest.ADDRESS);
  }

  @Test
  void call() {
    StructLayout layout =
        structLayout(HGCM.withName("hgcm"), u32("clientId"), u32("function"), u32("count"));
    assertThat(layout.byteSize()).isEqualTo(CallRequest.SIZE);
    assertThat(offset(layout, "clientId")).isEqualTo(CallRequest.CLIENT_ID);
    assertThat(offset(layout, "function")).isEqualTo(CallRequest.FUNCTION);
    assertThat(offset(layout, "count")).isEqualTo(CallRequest.PARAMETER_COUNT);
  }

  @Test
  void parameters() {
    StructLayout linear = structLayout(u32("type"), u32("size"), u64("address"));
    assertThat(linear.byteSize()).isEqualTo(Parameters.WIDE);
    assertThat(offset(linear, "size")).isEqualTo(Parameters.BUFFER_SIZE);
    assertThat(offset(linear, "address")).isEqualTo(Parameters.LINEAR_ADDRESS);
    StructLayout narrow = structLayout(u32("type"), u32("size"), u32("address"));
    assertThat(narrow.byteSize()).isEqualTo(Parameters.NARROW);
    StructLayout value = structLayout(u32("type"), u64("value"));
    assertThat(offset(value, "value")).isEqualTo(Parameters.VALUE);
    StructLayout pages = structLayout(u32("type"), u32("size"), u32("offset"));
    assertThat(offset(pages, "offset")).isEqualTo(Parameters.LIST_OFFSET);
    StructLayout embedded = structLayout(u32("type"), u32("place"), u32("size"));
    assertThat(offset(embedded, "place")).isEqualTo(Parameters.EMBEDDED_PLACE);
    assertThat(offset(embedded, "size")).isEqualTo(Parameters.EMBEDDED_SIZE);
  }

  @Test
  void pageList() {
    StructLayout layout =
        structLayout(
            u32("flags"),
            u16("firstOffset"),
            u16("pageCount"),
            sequenceLayout(1, JAVA_LONG_UNALIGNED).withName("pages"));
    assertThat(layout.byteSize()).isEqualTo(PageList.SIZE_OF_ONE).isEqualTo(PageList.size(1));
    assertThat(offset(layout, "flags")).isEqualTo(PageList.FLAGS);
    assertThat(offset(layout, "firstOffset")).isEqualTo(PageList.FIRST_OFFSET);
    assertThat(offset(layout, "pageCount")).isEqualTo(PageList.PAGE_COUNT);
    assertThat(offset(layout, "pages")).isEqualTo(PageList.PAGES);
  }

  @Test
  void reports() {
    StructLayout host =
        structLayout(
            HEADER.withName("header"),
            u16("major"),
            u16("minor"),
            u32("build"),
            u32("revision"),
            u32("features"));
    assertThat(host.byteSize()).isEqualTo(HostVersion.SIZE);
    assertThat(offset(host, "features")).isEqualTo(HostVersion.FEATURES);
    assertThat(offset(host, "build")).isEqualTo(HostVersion.BUILD);
    StructLayout guest =
        structLayout(
            HEADER.withName("header"),
            u16("major"),
            u16("minor"),
            u32("build"),
            u32("revision"),
            u32("features"),
            sequenceLayout(128, JAVA_BYTE).withName("name"));
    assertThat(guest.byteSize()).isEqualTo(GuestInfo2.SIZE);
    assertThat(offset(guest, "features")).isEqualTo(GuestInfo2.FEATURES);
    assertThat(offset(guest, "name")).isEqualTo(GuestInfo2.NAME);
    StructLayout two = structLayout(HEADER.withName("header"), u32("first"), u32("second"));
    assertThat(two.byteSize()).isEqualTo(GuestInfo.SIZE).isEqualTo(MaskChange.SIZE);
    assertThat(offset(two, "first")).isEqualTo(GuestInfo.VERSION).isEqualTo(MaskChange.OR_MASK);
    assertThat(offset(two, "second")).isEqualTo(GuestInfo.SYSTEM).isEqualTo(MaskChange.NOT_MASK);
    StructLayout one = structLayout(HEADER.withName("header"), u32("events"));
    assertThat(one.byteSize()).isEqualTo(EventAcknowledgement.SIZE);
    assertThat(offset(one, "events")).isEqualTo(EventAcknowledgement.EVENTS);
  }

  @Test
  void deviceMemory() {
    StructLayout layout = structLayout(u32("size"), u32("version"), JAVA_BYTE.withName("have"));
    assertThat(offset(layout, "size")).isEqualTo(VmmDevMemory.SIZE_AT);
    assertThat(offset(layout, "version")).isEqualTo(VmmDevMemory.VERSION_AT);
    assertThat(offset(layout, "have")).isEqualTo(VmmDevMemory.HAVE_EVENTS);
    int oldVideoMemory = 12 + (4 << 20) - 1024 + 64 * 4 + 12;
    assertThat(16 + oldVideoMemory).isEqualTo(VmmDevMemory.CONTENT_BYTES);
  }

  private static MemoryLayout u16(String name) {
    return JAVA_SHORT_UNALIGNED.withName(name);
  }

  private static MemoryLayout u32(String name) {
    return JAVA_INT_UNALIGNED.withName(name);
  }

  private static MemoryLayout u64(String name) {
    return JAVA_LONG_UNALIGNED.withName(name);
  }

  private static long offset(StructLayout layout, String name) {
    return layout.byteOffset(groupElement(name));
  }
}
