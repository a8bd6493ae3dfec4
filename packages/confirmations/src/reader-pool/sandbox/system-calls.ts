/** Processors that the launcher is made for, as Node names them. */
export type Processor = 'x64' | 'arm64';

/** What a filter must tell of a call before it lets it through. */
export interface SystemCalls {
  /** `AUDIT_ARCH_…` of linux/audit.h. */
  readonly audit: number;
  /** Refused with EPERM. */
  readonly refused: readonly number[];
  /** Refused with ENOSYS, upon which the caller takes the older call that a filter can look into. */
  readonly unknown: readonly number[];
  /** Calls that open a file, with which argument holds the flags: refused for writing and creating. */
  readonly opening: readonly (readonly [call: number, argument: number])[];
  /** Allowed only on the process itself, which is its first argument. */
  readonly signalling: readonly number[];
  /** Allowed only on 0, which is the process itself. */
  readonly limiting: readonly number[];
  /** Makes threads, and processes. */
  readonly clone: number;
  /** Allowed once, for the program that the launcher starts. */
  readonly execute: number;
}

/** Numbers by name, on x64 and on arm64. Source: asm/unistd_64.h and asm-generic/unistd.h of Linux 6.1. */
const REFUSED: Readonly<Record<string, readonly [x64: number | undefined, arm64: number | undefined]>> = {
  // Network. The channel to the parent is open already.
  ...{ socket: [41, 198], socketpair: [53, 199], connect: [42, 203], bind: [49, 200], listen: [50, 201] },
  ...{ accept: [43, 202], accept4: [288, 242] },
  // Other programs and processes.
  ...{ fork: [57, undefined], vfork: [58, undefined], execveat: [322, 281] },
  ...{ tkill: [200, 130], rt_sigqueueinfo: [129, 138], rt_tgsigqueueinfo: [297, 240], pidfd_open: [434, 434] },
  ...{ pidfd_send_signal: [424, 424], pidfd_getfd: [438, 438], ptrace: [101, 117], kcmp: [312, 272] },
  ...{ process_vm_readv: [310, 270], process_vm_writev: [311, 271], process_madvise: [440, 440] },
  ...{ setpriority: [141, 140], ioprio_set: [251, 30], sched_setaffinity: [203, 122], sched_setattr: [314, 274] },
  ...{ sched_setparam: [142, 118], sched_setscheduler: [144, 119] },
  // Ways around this filter, and wide faces of the kernel that no reader needs.
  ...{ io_uring_setup: [425, 425], io_uring_enter: [426, 426], io_uring_register: [427, 427] },
  ...{ bpf: [321, 280], perf_event_open: [298, 241], userfaultfd: [323, 282], memfd_create: [319, 279] },
  ...{ add_key: [248, 217], request_key: [249, 218], keyctl: [250, 219], unshare: [272, 97], setns: [308, 268] },
  ...{ mount: [165, 40], umount2: [166, 39], pivot_root: [155, 41], chroot: [161, 51], personality: [135, 92] },
  ...{ open_tree: [428, 428], move_mount: [429, 429], fsopen: [430, 430], fsmount: [432, 432] },
  ...{ name_to_handle_at: [303, 264], open_by_handle_at: [304, 265], init_module: [175, 105] },
  ...{ finit_module: [313, 273], quotactl: [179, 60] },
  // Changes to files, beside those that begin with opening one.
  ...{ creat: [85, undefined], unlink: [87, undefined], unlinkat: [263, 35], rename: [82, undefined] },
  ...{ renameat: [264, 38], renameat2: [316, 276], mkdir: [83, undefined], mkdirat: [258, 34], rmdir: [84, undefined] },
  ...{ link: [86, undefined], linkat: [265, 37], symlink: [88, undefined], symlinkat: [266, 36] },
  ...{ chmod: [90, undefined], fchmod: [91, 52], fchmodat: [268, 53], fchmodat2: [452, 452], chown: [92, undefined] },
  ...{ fchown: [93, 55], lchown: [94, undefined], fchownat: [260, 54], truncate: [76, 45], mknod: [133, undefined] },
  ...{ mknodat: [259, 33], utime: [132, undefined], utimes: [235, undefined], futimesat: [261, undefined] },
  ...{ utimensat: [280, 88], setxattr: [188, 5], lsetxattr: [189, 6], fsetxattr: [190, 7], removexattr: [197, 14] },
  ...{ lremovexattr: [198, 15], fremovexattr: [199, 16] },
};

const CLONE3 = 435;
const OPENAT2 = 437;

export const SYSTEM_CALLS: Readonly<Record<Processor, SystemCalls>> = {
  x64: {
    audit: 0xc000003e,
    refused: numbersOf(0),
    unknown: [CLONE3, OPENAT2],
    opening: [
      [2, 1],
      [257, 2],
    ],
    signalling: [62, 234],
    limiting: [302],
    clone: 56,
    execute: 59,
  },
  arm64: {
    audit: 0xc00000b7,
    refused: numbersOf(1),
    unknown: [CLONE3, OPENAT2],
    opening: [[56, 2]],
    signalling: [129, 131],
    limiting: [261],
    clone: 220,
    execute: 221,
  },
};

function numbersOf(column: 0 | 1): number[] {
  return Object.values(REFUSED).flatMap((numbers) => numbers[column] ?? []);
}
