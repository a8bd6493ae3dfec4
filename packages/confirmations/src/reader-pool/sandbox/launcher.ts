import { filterBytes, readerFilter } from './filter.ts';
import type { Processor } from './system-calls.ts';

/**
 * The launcher: a Linux program of some hundred bytes that installs the reader's filter on itself and then becomes the
 * program that its arguments name, with their arguments and the same environment. A filter stays for good, across
 * `execve`, and needs no right once `no_new_privs` is set. Node has no call for it, the deployed image no compiler and
 * no shell, so the few instructions stand here, each with what it means. It exits with 126 where the kernel takes no
 * filter, and where the program cannot be started.
 *
 *     getpid, and the address of argv[1] → into the filter
 *     prctl(PR_SET_NO_NEW_PRIVS, 1)
 *     seccomp(SECCOMP_SET_MODE_FILTER, 0, filter), or exit(126)
 *     execve(argv[1], argv + 1, environment)
 *     exit(126)
 */
export function readerLauncher(processor: Processor): Buffer {
  const filter = readerFilter(processor);
  const instructions = filterBytes(filter);
  const program = Buffer.alloc(16);
  program.writeUInt16LE(filter.instructions.length, 0);
  program.writeUInt32LE(DATA + program.length, 8);
  const valueAt = (index: number) => DATA + program.length + index * 8 + 4;
  const code = CODE[processor]({
    ownId: filter.ownId.map(valueAt),
    lower: valueAt(filter.program.lower),
    upper: valueAt(filter.program.upper),
    filter: DATA,
  });
  const data = Buffer.concat([program, instructions]);
  const headers = elfHeaders(processor, code.length, data.length);
  return Buffer.concat([headers, code, Buffer.alloc(DATA_OFFSET - headers.length - code.length), data]);
}

/** Exit code of a launcher that could not do its work. */
export const LAUNCH_FAILED = 126;

/** Addresses in memory. Code and data lie apart, so that nothing is both written and run. */
interface Addresses {
  readonly ownId: readonly number[];
  readonly lower: number;
  readonly upper: number;
  /** A struct sock_fprog, with the filter behind it. */
  readonly filter: number;
}

const PAGE = 0x10000;
const CODE_BASE = 0x400000;
const DATA_OFFSET = 0x400;
const DATA = CODE_BASE + PAGE * 2 + DATA_OFFSET;
const HEADERS = 64 + 2 * 56;

const CODE: Readonly<Record<Processor, (addresses: Addresses) => Buffer>> = {
  x64({ ownId, lower, upper, filter }) {
    const store = (address: number) => [0x89, 0x04, 0x25, ...word(address)]; // mov [address], eax
    const start = [
      ...[0xb8, ...word(39), 0x0f, 0x05], // getpid
      ...ownId.flatMap(store),
      ...[0x48, 0x8b, 0x44, 0x24, 0x10], // mov rax, [rsp+16]: argv[1]
      ...store(lower),
      ...[0x48, 0xc1, 0xe8, 0x20], // shr rax, 32
      ...store(upper),
      ...[0xb8, ...word(157), 0xbf, ...word(38), 0xbe, ...word(1)], // prctl(38, 1, …
      ...[0x31, 0xd2, 0x45, 0x31, 0xd2, 0x45, 0x31, 0xc0, 0x0f, 0x05], // … 0, 0, 0)
      ...[0xb8, ...word(317), 0xbf, ...word(1), 0x31, 0xf6, 0xba, ...word(filter), 0x0f, 0x05], // seccomp(1, 0, filter)
    ];
    const execute = [
      ...[0x48, 0x8b, 0x7c, 0x24, 0x10], // mov rdi, [rsp+16]
      ...[0x48, 0x8d, 0x74, 0x24, 0x10], // lea rsi, [rsp+16]
      ...[0x48, 0x8b, 0x04, 0x24], // mov rax, [rsp]: argc
      ...[0x48, 0x8d, 0x54, 0xc4, 0x10], // lea rdx, [rsp+rax*8+16]
      ...[0xb8, ...word(59), 0x0f, 0x05], // execve
    ];
    const fail = [0xbf, ...word(LAUNCH_FAILED), 0xb8, ...word(231), 0x0f, 0x05]; // exit_group(126)
    // test eax, eax; jnz fail
    return Buffer.from([...start, 0x85, 0xc0, 0x75, execute.length, ...execute, ...fail]);
  },
  arm64({ ownId, lower, upper, filter }) {
    const CALL = 0xd4000001; // svc #0
    const set = (register: number, value: number) => (0xd2800000 | ((value & 0xffff) << 5) | register) >>> 0; // mov
    const setAddress = (register: number, address: number) => [
      set(register, address),
      (0xf2a00000 | ((address >>> 16) << 5) | register) >>> 0, // movk register, #upper, lsl #16
    ];
    const store = (register: number) => (address: number) => [...setAddress(9, address), 0xb9000120 | register]; // str w, [x9]
    const start = [
      ...[set(8, 172), CALL], // getpid
      ...ownId.flatMap(store(0)),
      0xf9400be1, // ldr x1, [sp, #16]: argv[1]
      ...store(1)(lower),
      0xd360fc21, // lsr x1, x1, #32
      ...store(1)(upper),
      ...[set(0, 38), set(1, 1), set(2, 0), set(3, 0), set(4, 0), set(8, 167), CALL], // prctl(38, 1, 0, 0, 0)
      ...[set(0, 1), set(1, 0), ...setAddress(2, filter), set(8, 277), CALL], // seccomp(1, 0, filter)
    ];
    const execute = [
      0xf9400be0, // ldr x0, [sp, #16]
      0x910043e1, // add x1, sp, #16
      0xf94003e3, // ldr x3, [sp]: argc
      0x8b030c22, // add x2, x1, x3, lsl #3
      ...[set(8, 221), CALL], // execve
    ];
    const fail = [set(0, LAUNCH_FAILED), set(8, 94), CALL]; // exit_group(126)
    const skip = (0xb5000000 | ((execute.length + 1) << 5)) >>> 0; // cbnz x0, fail
    return Buffer.from([...start, skip, ...execute, ...fail].flatMap(word));
  },
};

/** Source: elf(5). Two segments: headers and code, read and run; data, read and written. */
function elfHeaders(processor: Processor, codeBytes: number, dataBytes: number): Buffer {
  const headers = Buffer.alloc(HEADERS);
  headers.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  headers.writeUInt16LE(2, 16); // ET_EXEC
  headers.writeUInt16LE(processor === 'x64' ? 62 : 183, 18);
  headers.writeUInt32LE(1, 20);
  headers.writeUInt32LE(CODE_BASE + HEADERS, 24); // the first instruction
  headers.writeUInt32LE(64, 32); // the program headers
  headers.writeUInt16LE(64, 52);
  headers.writeUInt16LE(56, 54);
  headers.writeUInt16LE(2, 56);
  segment(headers, 64, { flags: 5, offset: 0, address: CODE_BASE, bytes: HEADERS + codeBytes });
  segment(headers, 64 + 56, { flags: 6, offset: DATA_OFFSET, address: DATA, bytes: dataBytes });
  return headers;
}

interface Segment {
  /** 4 to read, 2 to write, 1 to run. */
  readonly flags: number;
  readonly offset: number;
  readonly address: number;
  readonly bytes: number;
}

function segment(headers: Buffer, at: number, { flags, offset, address, bytes }: Segment): void {
  headers.writeUInt32LE(1, at); // PT_LOAD
  headers.writeUInt32LE(flags, at + 4);
  headers.writeUInt32LE(offset, at + 8);
  headers.writeUInt32LE(address, at + 16);
  headers.writeUInt32LE(address, at + 24);
  headers.writeUInt32LE(bytes, at + 32);
  headers.writeUInt32LE(bytes, at + 40);
  headers.writeUInt32LE(PAGE, at + 48);
}

/** A 32-bit number, little-endian. */
function word(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff];
}
