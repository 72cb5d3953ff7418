package org.hgbench.machine.os;

/// Numbers and offsets of the kernel's virtual machine interface on x86-64.
///
/// Source: `linux/kvm.h` and `asm/kvm.h`, which are a stable interface.
public final class KvmHeader {
  /// The only version of the interface there has been.
  public static final int API_VERSION = 12;

  /// `_IO(KVMIO, 0x00)` on `/dev/kvm`.
  public static final long GET_API_VERSION = 0xAE00;

  /// Creates a virtual machine.
  public static final long CREATE_VM = 0xAE01;

  /// Asks for a capability.
  public static final long CHECK_EXTENSION = 0xAE03;

  /// The size of `struct kvm_run` and what follows it.
  public static final long GET_VCPU_MMAP_SIZE = 0xAE04;

  /// Fills a `struct kvm_cpuid2`.
  public static final long GET_SUPPORTED_CPUID = 0xC008AE05L;

  /// Creates a virtual processor.
  public static final long CREATE_VCPU = 0xAE41;

  /// Takes a `struct kvm_userspace_memory_region`.
  public static final long SET_USER_MEMORY_REGION = 0x4020AE46;

  /// Where Intel processors may keep a task state segment of the kernel's.
  public static final long SET_TSS_ADDR = 0xAE47;

  /// Where Intel processors may keep a page table of the kernel's.
  public static final long SET_IDENTITY_MAP_ADDR = 0x4008AE48;

  /// Creates the interrupt controllers in the kernel.
  public static final long CREATE_IRQCHIP = 0xAE60;

  /// Takes a `struct kvm_irq_level`; does not wait for the virtual processor.
  public static final long IRQ_LINE = 0x4008AE61;

  /// Takes a `struct kvm_irqchip`.
  public static final long SET_IRQCHIP = 0x8208AE63L;

  /// Enters the guest.
  public static final long RUN = 0xAE80;

  /// Fills a `struct kvm_sregs`.
  public static final long GET_SREGS = 0x8138AE83L;

  /// Takes a `struct kvm_sregs`.
  public static final long SET_SREGS = 0x4138AE84;

  /// Takes a `struct kvm_cpuid2`.
  public static final long SET_CPUID2 = 0x4008AE90;

  /// Takes a `struct kvm_enable_cap`.
  public static final long ENABLE_CAP = 0x4068AEA3;

  /// A descriptor of counters, of a virtual machine or processor.
  public static final long GET_STATS_FD = 0xAECE;

  /// Interrupt controllers in the kernel.
  public static final int CAP_IRQCHIP = 0;

  /// Registers in `struct kvm_run`; the answer is a set of `SYNC_...`.
  public static final int CAP_SYNC_REGS = 74;

  /// The time that a halted processor polls before it sleeps.
  public static final int CAP_HALT_POLL = 182;

  /// Counters behind [#GET_STATS_FD].
  public static final int CAP_BINARY_STATS_FD = 203;

  /// General registers are synchronised.
  public static final int SYNC_X86_REGS = 1;

  /// `KVM_EXIT_IO`.
  public static final int EXIT_IO = 2;

  /// `KVM_EXIT_IO_IN`.
  public static final int IO_IN = 0;

  /// `KVM_EXIT_IO_OUT`.
  public static final int IO_OUT = 1;

  /// Offsets in `struct kvm_run`.
  public static final class Run {
    /// Why the guest was left.
    public static final long EXIT_REASON = 8;

    /// What every reason has to tell begins here.
    public static final long EXIT_DETAIL = 32;

    /// [#IO_IN] or [#IO_OUT].
    public static final long IO_DIRECTION = 32;

    /// Bytes of the access.
    public static final long IO_SIZE = 33;

    /// The port.
    public static final long IO_PORT = 34;

    /// Where the data lies, from the start of the structure.
    public static final long IO_DATA_OFFSET = 40;

    /// Which registers are stored on exit.
    public static final long VALID_REGS = 288;

    /// Which registers are loaded on entry.
    public static final long DIRTY_REGS = 296;

    /// `struct kvm_regs` in the synchronised registers.
    public static final long REGS = 304;

    private Run() {}
  }

  /// Offsets in `struct kvm_regs`.
  public static final class Regs {
    /// RAX.
    public static final long RAX = 0;

    /// RBX.
    public static final long RBX = 8;

    /// RCX.
    public static final long RCX = 16;

    /// RDX.
    public static final long RDX = 24;

    /// RSI.
    public static final long RSI = 32;

    /// RDI.
    public static final long RDI = 40;

    /// RSP.
    public static final long RSP = 48;

    /// R8.
    public static final long R8 = 64;

    /// RIP.
    public static final long RIP = 128;

    /// RFLAGS.
    public static final long RFLAGS = 136;

    private Regs() {}
  }

  /// Offsets in `struct kvm_sregs`, `struct kvm_segment` and `struct kvm_dtable`.
  public static final class Sregs {
    /// Size of the structure.
    public static final long SIZE = 312;

    /// CS.
    public static final long CS = 0;

    /// DS, ES, FS, GS and SS follow one another.
    public static final long DS = 24;

    /// The task register.
    public static final long TR = 144;

    /// The global descriptor table.
    public static final long GDT = 192;

    /// The interrupt descriptor table.
    public static final long IDT = 208;

    /// CR0.
    public static final long CR0 = 224;

    /// CR3.
    public static final long CR3 = 240;

    /// CR4.
    public static final long CR4 = 248;

    /// The extended feature register.
    public static final long EFER = 264;

    /// Size of a segment.
    public static final long SEGMENT_SIZE = 24;

    private Sregs() {}
  }

  private KvmHeader() {}
}
