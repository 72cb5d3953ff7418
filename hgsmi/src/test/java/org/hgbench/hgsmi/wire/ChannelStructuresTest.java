package org.hgbench.hgsmi.wire;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemoryLayout;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hgbench.hgsmi.Vram;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The structures of the set-up and video channels, byte for byte: each field of the golden bytes
/// has bytes of its own, so that none can stand in for another.
class ChannelStructuresTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("structures")
  void haveTheGoldenBytes(
      String name,
      String hex,
      Record value,
      Consumer<GuestMemory> write,
      Function<GuestMemory, Record> read) {
    try (Vram vram = new Vram(4096)) {
      write.accept(vram.memory());
      int size = (hex.length() + 1) / 3;
      assertThat(Vram.read(vram.memory(), 3, size + 1)).isEqualTo(hex + " 00");
      assertThat(read.apply(vram.memory())).isEqualTo(value);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void areLaidOutAsInC(String name, MemoryLayout c, int size, int[] offsets) {
    assertThat(c.byteSize()).isEqualTo(size);
    var members = ((java.lang.foreign.GroupLayout) c).memberLayouts();
    assertThat(members).hasSameSizeAs(offsets);
    for (int i = 0; i < offsets.length; i++) {
      String field = members.get(i).name().orElseThrow();
      assertThat((int) c.byteOffset(groupElement(field))).as(field).isEqualTo(offsets[i]);
    }
  }

  static Stream<Arguments> structures() {
    return Stream.of(
        structure(
            "01 02 03 04 05 06 07 08",
            new HostFlagsLocation(0x4030201, 0x8070605),
            (value, memory) -> value.write(memory, 3),
            memory -> HostFlagsLocation.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08",
            new InfoHeap(0x4030201, 0x8070605),
            (value, memory) -> value.write(memory, 3),
            memory -> InfoHeap.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10",
            new HostCommand(0x4030201, 0x8070605, 0x100f0e0d0c0b0a09L),
            (value, memory) -> value.write(memory, 3),
            memory -> HostCommand.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08",
            new Conf32(0x4030201, 0x8070605),
            (value, memory) -> value.write(memory, 3),
            memory -> Conf32.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10",
            new InfoView(0x4030201, 0x8070605, 0xc0b0a09, 0x100f0e0d),
            (value, memory) -> value.write(memory, 3),
            memory -> InfoView.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d"
                + " 1e 1f 20",
            new InfoScreen(
                0x4030201,
                0x8070605,
                0xc0b0a09,
                0x100f0e0d,
                0x14131211,
                0x18171615,
                0x1c1b1a19,
                0x1e1d,
                0x201f),
            (value, memory) -> value.write(memory, 3),
            memory -> InfoScreen.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c",
            new VbvaEnable(0x4030201, 0x8070605, 0xc0b0a09),
            (value, memory) -> value.write(memory, 3),
            memory -> VbvaEnable.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 14 15 16 17 18",
            new PointerShape(0x4030201, 0x8070605, 0xc0b0a09, 0x100f0e0d, 0x14131211, 0x18171615),
            (value, memory) -> value.write(memory, 3),
            memory -> PointerShape.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08",
            new InfoCaps(0x4030201, 0x8070605),
            (value, memory) -> value.write(memory, 3),
            memory -> InfoCaps.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10",
            new ScanlineConfig(0x4030201, 0x8070605, 0xc0b0a09, 0x100f0e0d),
            (value, memory) -> value.write(memory, 3),
            memory -> ScanlineConfig.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08",
            new QueryModeHints(0x201, 0x403, 0x8070605),
            (value, memory) -> value.write(memory, 3),
            memory -> QueryModeHints.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d"
                + " 1e 1f 20",
            new ModeHint(
                0x4030201,
                0x8070605,
                0xc0b0a09,
                0x100f0e0d,
                0x14131211,
                0x18171615,
                0x1c1b1a19,
                0x201f1e1d),
            (value, memory) -> value.write(memory, 3),
            memory -> ModeHint.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10",
            new InputMapping(0x4030201, 0x8070605, 0xc0b0a09, 0x100f0e0d),
            (value, memory) -> value.write(memory, 3),
            memory -> InputMapping.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c",
            new CursorPosition(0x4030201, 0x8070605, 0xc0b0a09),
            (value, memory) -> value.write(memory, 3),
            memory -> CursorPosition.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d"
                + " 1e 1f 20",
            new ShgsmiHeader(
                0x807060504030201L,
                0xc0b0a09,
                0x100f0e0d,
                0x1817161514131211L,
                0x201f1e1d1c1b1a19L),
            (value, memory) -> value.write(memory, 3),
            memory -> ShgsmiHeader.read(memory, 3)),
        structure(
            "01 02 03 04 05 06 07 08 09 0a 0b 0c",
            new VdmaControl(0x4030201, 0x8070605, 0xc0b0a09),
            (value, memory) -> value.write(memory, 3),
            memory -> VdmaControl.read(memory, 3)));
  }

  static Stream<Arguments> layouts() {
    return Stream.of(
        Arguments.of(
            "HostFlagsLocation",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("offLocation"),
                JAVA_INT_UNALIGNED.withName("cbLocation")),
            HostFlagsLocation.SIZE,
            new int[] {HostFlagsLocation.LOCATION, HostFlagsLocation.STRUCTURE_SIZE}),
        Arguments.of(
            "InfoHeap",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("u32HeapOffset"),
                JAVA_INT_UNALIGNED.withName("u32HeapSize")),
            InfoHeap.SIZE,
            new int[] {InfoHeap.OFFSET, InfoHeap.HEAP_SIZE}),
        Arguments.of(
            "HostCommand",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("iDstID"),
                JAVA_INT_UNALIGNED.withName("customOpCode"),
                JAVA_LONG_UNALIGNED.withName("u")),
            HostCommand.SIZE,
            new int[] {HostCommand.DESTINATION, HostCommand.OPERATION, HostCommand.NEXT}),
        Arguments.of(
            "Conf32",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("u32Index"), JAVA_INT_UNALIGNED.withName("u32Value")),
            Conf32.SIZE,
            new int[] {Conf32.INDEX, Conf32.VALUE}),
        Arguments.of(
            "InfoView",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("u32ViewIndex"),
                JAVA_INT_UNALIGNED.withName("u32ViewOffset"),
                JAVA_INT_UNALIGNED.withName("u32ViewSize"),
                JAVA_INT_UNALIGNED.withName("u32MaxScreenSize")),
            InfoView.SIZE,
            new int[] {
              InfoView.VIEW_INDEX, InfoView.OFFSET, InfoView.VIEW_SIZE, InfoView.MAX_SCREEN_SIZE
            }),
        Arguments.of(
            "InfoScreen",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("u32ViewIndex"),
                JAVA_INT_UNALIGNED.withName("i32OriginX"),
                JAVA_INT_UNALIGNED.withName("i32OriginY"),
                JAVA_INT_UNALIGNED.withName("u32StartOffset"),
                JAVA_INT_UNALIGNED.withName("u32LineSize"),
                JAVA_INT_UNALIGNED.withName("u32Width"),
                JAVA_INT_UNALIGNED.withName("u32Height"),
                JAVA_SHORT_UNALIGNED.withName("u16BitsPerPixel"),
                JAVA_SHORT_UNALIGNED.withName("u16Flags")),
            InfoScreen.SIZE,
            new int[] {
              InfoScreen.VIEW_INDEX,
              InfoScreen.ORIGIN_X,
              InfoScreen.ORIGIN_Y,
              InfoScreen.START_OFFSET,
              InfoScreen.LINE_SIZE,
              InfoScreen.WIDTH,
              InfoScreen.HEIGHT,
              InfoScreen.BITS_PER_PIXEL,
              InfoScreen.FLAGS
            }),
        Arguments.of(
            "VbvaEnable",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("u32Flags"),
                JAVA_INT_UNALIGNED.withName("u32Offset"),
                JAVA_INT_UNALIGNED.withName("i32Result")),
            VbvaEnable.SIZE,
            new int[] {VbvaEnable.FLAGS, VbvaEnable.OFFSET, VbvaEnable.RESULT}),
        Arguments.of(
            "PointerShape",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("i32Result"),
                JAVA_INT_UNALIGNED.withName("fu32Flags"),
                JAVA_INT_UNALIGNED.withName("u32HotX"),
                JAVA_INT_UNALIGNED.withName("u32HotY"),
                JAVA_INT_UNALIGNED.withName("u32Width"),
                JAVA_INT_UNALIGNED.withName("u32Height")),
            PointerShape.SIZE,
            new int[] {
              PointerShape.RESULT,
              PointerShape.FLAGS,
              PointerShape.HOT_X,
              PointerShape.HOT_Y,
              PointerShape.WIDTH,
              PointerShape.HEIGHT
            }),
        Arguments.of(
            "InfoCaps",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("rc"), JAVA_INT_UNALIGNED.withName("fCaps")),
            InfoCaps.SIZE,
            new int[] {InfoCaps.RESULT, InfoCaps.CAPS}),
        Arguments.of(
            "ScanlineConfig",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("rc"),
                JAVA_INT_UNALIGNED.withName("fFlags"),
                JAVA_INT_UNALIGNED.withName("u32PeriodMS"),
                JAVA_INT_UNALIGNED.withName("u32Reserved")),
            ScanlineConfig.SIZE,
            new int[] {
              ScanlineConfig.RESULT,
              ScanlineConfig.FLAGS,
              ScanlineConfig.PERIOD_MILLIS,
              ScanlineConfig.RESERVED
            }),
        Arguments.of(
            "QueryModeHints",
            MemoryLayout.structLayout(
                JAVA_SHORT_UNALIGNED.withName("cHintsQueried"),
                JAVA_SHORT_UNALIGNED.withName("cbHintStructureGuest"),
                JAVA_INT_UNALIGNED.withName("rc")),
            QueryModeHints.SIZE,
            new int[] {QueryModeHints.COUNT, QueryModeHints.HINT_SIZE, QueryModeHints.RESULT}),
        Arguments.of(
            "ModeHint",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("magic"),
                JAVA_INT_UNALIGNED.withName("cx"),
                JAVA_INT_UNALIGNED.withName("cy"),
                JAVA_INT_UNALIGNED.withName("cBPP"),
                JAVA_INT_UNALIGNED.withName("cDisplay"),
                JAVA_INT_UNALIGNED.withName("dx"),
                JAVA_INT_UNALIGNED.withName("dy"),
                JAVA_INT_UNALIGNED.withName("fEnabled")),
            ModeHint.SIZE,
            new int[] {
              ModeHint.MAGIC_WORD,
              ModeHint.WIDTH,
              ModeHint.HEIGHT,
              ModeHint.BITS_PER_PIXEL,
              ModeHint.DISPLAY,
              ModeHint.ORIGIN_X,
              ModeHint.ORIGIN_Y,
              ModeHint.ENABLED
            }),
        Arguments.of(
            "InputMapping",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("x"),
                JAVA_INT_UNALIGNED.withName("y"),
                JAVA_INT_UNALIGNED.withName("cx"),
                JAVA_INT_UNALIGNED.withName("cy")),
            InputMapping.SIZE,
            new int[] {InputMapping.X, InputMapping.Y, InputMapping.WIDTH, InputMapping.HEIGHT}),
        Arguments.of(
            "CursorPosition",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("fReportPosition"),
                JAVA_INT_UNALIGNED.withName("x"),
                JAVA_INT_UNALIGNED.withName("y")),
            CursorPosition.SIZE,
            new int[] {CursorPosition.REPORT, CursorPosition.X, CursorPosition.Y}),
        Arguments.of(
            "ShgsmiHeader",
            MemoryLayout.structLayout(
                JAVA_LONG_UNALIGNED.withName("pvNext"),
                JAVA_INT_UNALIGNED.withName("fFlags"),
                JAVA_INT_UNALIGNED.withName("cRefs"),
                JAVA_LONG_UNALIGNED.withName("u64Info1"),
                JAVA_LONG_UNALIGNED.withName("u64Info2")),
            ShgsmiHeader.SIZE,
            new int[] {
              ShgsmiHeader.NEXT,
              ShgsmiHeader.FLAGS,
              ShgsmiHeader.REFERENCES,
              ShgsmiHeader.INFO1,
              ShgsmiHeader.INFO2
            }),
        Arguments.of(
            "VdmaControl",
            MemoryLayout.structLayout(
                JAVA_INT_UNALIGNED.withName("enmCtl"),
                JAVA_INT_UNALIGNED.withName("u32Offset"),
                JAVA_INT_UNALIGNED.withName("i32Result")),
            VdmaControl.SIZE,
            new int[] {VdmaControl.TYPE, VdmaControl.OFFSET, VdmaControl.RESULT}));
  }

  private static <T extends Record> Arguments structure(
      String hex,
      T value,
      java.util.function.BiConsumer<T, GuestMemory> write,
      Function<GuestMemory, T> read) {
    Consumer<GuestMemory> writeIt = memory -> write.accept(value, memory);
    return Arguments.of(value.getClass().getSimpleName(), hex, value, writeIt, read);
  }
}
