package org.hgbench.machine.boundary.kvm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.os.Descriptor;
import org.hgbench.machine.os.KvmHeader;
import org.hgbench.machine.os.KvmHeader.Sregs;

/// A virtual machine of the kernel's with one vCPU in 64-bit mode: its descriptors, and how it is
/// set up. The machine's memory is its memory, by the mapping that this process has of it.
final class VirtualMachine implements AutoCloseable {
  private static final int MOST_CPUID_ENTRIES = 256;
  private static final int CPUID_ENTRY_BYTES = 40;
  private static final long TSS_ADDRESS = 0xFFFB_D000L;
  private static final long IDENTITY_MAP_ADDRESS = 0xFFFB_C000L;

  private final Arena arena = Arena.ofShared();
  private final Descriptor kvm;
  private final Descriptor vm;
  private final Descriptor vcpu;
  private final RunPage runPage;

  /// @throws org.hgbench.machine.os.OsException if the kernel refuses a step
  VirtualMachine(MachineMemory memory) {
    Descriptor kvm = Descriptor.open("/dev/kvm");
    Descriptor vm = null;
    Descriptor vcpu = null;
    try {
      vm = new Descriptor(kvm.ioctl("KVM_CREATE_VM", KvmHeader.CREATE_VM, 0));
      addMemory(vm, memory);
      createInterruptControllers(vm);
      vcpu = new Descriptor(vm.ioctl("KVM_CREATE_VCPU", KvmHeader.CREATE_VCPU, 0));
      identify(kvm, vcpu);
      new Firmware(memory.ram()).write();
      enterLongMode(vcpu);
      int bytes = kvm.ioctl("KVM_GET_VCPU_MMAP_SIZE", KvmHeader.GET_VCPU_MMAP_SIZE, 0);
      this.runPage = new RunPage(vcpu.map(arena, bytes));
      runPage.begin(Firmware.START);
    } catch (RuntimeException | Error e) {
      arena.close();
      closeAll(vcpu, vm, kvm);
      throw e;
    }
    this.kvm = kvm;
    this.vm = vm;
    this.vcpu = vcpu;
  }

  Descriptor vm() {
    return vm;
  }

  Descriptor vcpu() {
    return vcpu;
  }

  RunPage runPage() {
    return runPage;
  }

  /// Whether, or to what extent, the kernel offers something.
  int capability(int capability) {
    return vm.ioctl("KVM_CHECK_EXTENSION", KvmHeader.CHECK_EXTENSION, capability);
  }

  /// Sets how long a halted vCPU polls before it sleeps, and says whether that can be set.
  boolean haltPoll(long nanos) {
    if (capability(KvmHeader.CAP_HALT_POLL) == 0) {
      return false;
    }
    try (Arena scratch = Arena.ofConfined()) {
      MemorySegment cap = scratch.allocate(104, 8); // struct kvm_enable_cap
      cap.set(JAVA_INT, 0, KvmHeader.CAP_HALT_POLL);
      cap.set(JAVA_LONG, 8, nanos);
      vm.ioctl("KVM_ENABLE_CAP(HALT_POLL)", KvmHeader.ENABLE_CAP, cap.address());
    }
    return true;
  }

  /// Ends it. No thread may be inside the vCPU.
  @Override
  public void close() {
    arena.close();
    closeAll(vcpu, vm, kvm);
  }

  private static void closeAll(Descriptor... descriptors) {
    for (Descriptor descriptor : descriptors) {
      if (descriptor != null) {
        descriptor.close();
      }
    }
  }

  private static void addMemory(Descriptor vm, MachineMemory memory) {
    try (Arena scratch = Arena.ofConfined()) {
      int slot = 0;
      for (MemoryRegion region : memory.regions()) {
        MemorySegment entry = scratch.allocate(32, 8); // struct kvm_userspace_memory_region
        entry.set(JAVA_INT, 0, slot++);
        entry.set(JAVA_LONG, 8, region.address());
        entry.set(JAVA_LONG, 16, region.bytes());
        entry.set(JAVA_LONG, 24, memory.window(region.name()).processAddress());
        vm.ioctl("KVM_SET_USER_MEMORY_REGION", KvmHeader.SET_USER_MEMORY_REGION, entry.address());
      }
      vm.ioctl("KVM_SET_TSS_ADDR", KvmHeader.SET_TSS_ADDR, TSS_ADDRESS);
      MemorySegment identity = scratch.allocateFrom(JAVA_LONG, IDENTITY_MAP_ADDRESS);
      vm.ioctl("KVM_SET_IDENTITY_MAP_ADDR", KvmHeader.SET_IDENTITY_MAP_ADDR, identity.address());
    }
  }

  /// The pair of PC interrupt controllers, as a boot would leave them, with automatic end of
  /// interrupt and level-triggered lines.
  private static void createInterruptControllers(Descriptor vm) {
    vm.ioctl("KVM_CREATE_IRQCHIP", KvmHeader.CREATE_IRQCHIP, 0);
    int unmasked = KvmLines.levelInputs() | 1 << KvmLines.KICK_INPUT | 1 << KvmLines.CASCADE_INPUT;
    try (Arena scratch = Arena.ofConfined()) {
      for (int chip = 0; chip < 2; chip++) {
        MemorySegment state = scratch.allocate(520, 8); // struct kvm_irqchip
        long pic = 8; // struct kvm_pic_state
        state.set(JAVA_INT, 0, chip);
        state.set(JAVA_BYTE, pic + 2, (byte) ~(unmasked >>> 8 * chip)); // imr
        state.set(JAVA_BYTE, pic + 5, (byte) (Firmware.FIRST_VECTOR + 8 * chip)); // irq_base
        state.set(JAVA_BYTE, pic + 10, (byte) 1); // auto_eoi
        state.set(JAVA_BYTE, pic + 13, (byte) 1); // init4
        state.set(JAVA_BYTE, pic + 14, (byte) (KvmLines.levelInputs() >>> 8 * chip)); // elcr
        state.set(JAVA_BYTE, pic + 15, (byte) (chip == 0 ? 0xF8 : 0xDE)); // elcr_mask
        vm.ioctl("KVM_SET_IRQCHIP", KvmHeader.SET_IRQCHIP, state.address());
      }
    }
  }

  /// Gives the vCPU all features that the host's processor has, 64-bit mode among them.
  private static void identify(Descriptor kvm, Descriptor vcpu) {
    try (Arena scratch = Arena.ofConfined()) {
      MemorySegment cpuid = scratch.allocate(8 + MOST_CPUID_ENTRIES * CPUID_ENTRY_BYTES, 8);
      cpuid.set(JAVA_INT, 0, MOST_CPUID_ENTRIES);
      kvm.ioctl("KVM_GET_SUPPORTED_CPUID", KvmHeader.GET_SUPPORTED_CPUID, cpuid.address());
      vcpu.ioctl("KVM_SET_CPUID2", KvmHeader.SET_CPUID2, cpuid.address());
    }
  }

  private static void enterLongMode(Descriptor vcpu) {
    try (Arena scratch = Arena.ofConfined()) {
      MemorySegment sregs = scratch.allocate(Sregs.SIZE, 8);
      vcpu.ioctl("KVM_GET_SREGS", KvmHeader.GET_SREGS, sregs.address());
      segment(sregs, Sregs.CS, Firmware.CODE_SELECTOR, 0xB, true);
      for (int i = 0; i < 5; i++) {
        long at = Sregs.DS + i * Sregs.SEGMENT_SIZE;
        segment(sregs, at, Firmware.DATA_SELECTOR, 0x3, false);
      }
      taskRegister(sregs);
      table(sregs, Sregs.GDT, Firmware.GDT, Firmware.GDT_BYTES);
      table(sregs, Sregs.IDT, Firmware.IDT, Firmware.IDT_BYTES);
      sregs.set(JAVA_LONG, Sregs.CR0, 0x8001_0033L); // paging, write protect, protected mode
      sregs.set(JAVA_LONG, Sregs.CR3, Firmware.PAGE_TABLES);
      sregs.set(JAVA_LONG, Sregs.CR4, 0x20); // physical address extension
      sregs.set(JAVA_LONG, Sregs.EFER, 0x500); // long mode, enabled and active
      vcpu.ioctl("KVM_SET_SREGS", KvmHeader.SET_SREGS, sregs.address());
    }
  }

  private static void segment(
      MemorySegment sregs, long at, int selector, int type, boolean isCode) {
    sregs.asSlice(at, Sregs.SEGMENT_SIZE).fill((byte) 0);
    sregs.set(JAVA_INT, at + 8, -1); // limit
    sregs.set(JAVA_SHORT, at + 12, (short) selector);
    sregs.set(JAVA_BYTE, at + 14, (byte) type);
    sregs.set(JAVA_BYTE, at + 15, (byte) 1); // present
    sregs.set(JAVA_BYTE, at + 17, (byte) (isCode ? 0 : 1)); // db
    sregs.set(JAVA_BYTE, at + 18, (byte) 1); // s: code or data
    sregs.set(JAVA_BYTE, at + 19, (byte) (isCode ? 1 : 0)); // l: 64-bit
    sregs.set(JAVA_BYTE, at + 20, (byte) 1); // g: limit in pages
  }

  private static void taskRegister(MemorySegment sregs) {
    sregs.asSlice(Sregs.TR, Sregs.SEGMENT_SIZE).fill((byte) 0);
    sregs.set(JAVA_LONG, Sregs.TR, Firmware.TASK_STATE);
    sregs.set(JAVA_INT, Sregs.TR + 8, Firmware.TASK_STATE_BYTES - 1);
    sregs.set(JAVA_SHORT, Sregs.TR + 12, (short) Firmware.TASK_SELECTOR);
    sregs.set(JAVA_BYTE, Sregs.TR + 14, (byte) 0xB); // busy 64-bit task state segment
    sregs.set(JAVA_BYTE, Sregs.TR + 15, (byte) 1); // present
  }

  private static void table(MemorySegment sregs, long at, long address, int bytes) {
    sregs.set(JAVA_LONG, at, address);
    sregs.set(JAVA_SHORT, at + 8, (short) (bytes - 1));
  }
}
