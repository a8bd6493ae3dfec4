import { type Processor, SYSTEM_CALLS } from './system-calls.ts';

/** One instruction of the kernel's packet filter (struct sock_filter of linux/filter.h). */
export interface Instruction {
  readonly code: number;
  /** Instructions to skip where a comparison holds, and where it does not. */
  readonly yes: number;
  readonly no: number;
  readonly value: number;
}

/** A filter of system calls, and the instructions whose values are known only when it is installed. */
export interface Filter {
  readonly instructions: readonly Instruction[];
  /** Where the process's own id belongs. */
  readonly ownId: readonly number[];
  /** Where the address of the program's name belongs: its lower and its upper half. */
  readonly program: { readonly lower: number; readonly upper: number };
}

const LOAD = 0x20;
const EQUAL = 0x15;
const AT_LEAST = 0x35;
const ANY_BIT = 0x45;
const RETURN = 0x06;

/** Values of a return (linux/seccomp.h); errors have their number in the lower half. */
export const ALLOW = 0x7fff0000;
export const KILL = 0x80000000;
export const EPERM = 0x00050001;
export const ENOSYS = 0x00050026;

/** Of struct seccomp_data, little-endian. */
const CALL_OFFSET = 0;
const AUDIT_OFFSET = 4;
const argumentOffset = (index: number) => 16 + 8 * index;

/** Numbers of x86-64's second, 32-bit face, by which a filter of the first would be passed. */
const X32_CALLS = 0x40000000;
const CLONE_THREAD = 0x10000;
/** O_WRONLY, O_RDWR, O_CREAT and O_TRUNC, the same on both processors. */
const WRITING = 0x1 | 0x2 | 0x40 | 0x200;

const load = (value: number): Instruction => ({ code: LOAD, yes: 0, no: 0, value });
const answer = (value: number): Instruction => ({ code: RETURN, yes: 0, no: 0, value });
const unless = (code: number, value: number, skip: number): Instruction => ({ code, yes: 0, no: skip, value });

/**
 * The filter that a reader runs under: it computes, reads files and talks to its parent. It opens no socket, starts no
 * process, signals none but itself, and opens no file for writing. Source: seccomp(2).
 */
export function readerFilter(processor: Processor): Filter {
  const calls = SYSTEM_CALLS[processor];
  const instructions: Instruction[] = [
    ...[load(AUDIT_OFFSET), { ...unless(EQUAL, calls.audit, 0), yes: 1 }, answer(KILL)],
    ...[load(CALL_OFFSET), unless(AT_LEAST, X32_CALLS, 1), answer(EPERM)],
  ];
  const ownId: number[] = [];
  /** What happens to one call; the others skip it. */
  const on = (call: number, ...then: readonly Instruction[]) => {
    instructions.push(unless(EQUAL, call, then.length), ...then);
  };
  const argument = (index: number) => load(argumentOffset(index));

  on(calls.clone, argument(0), unless(ANY_BIT, CLONE_THREAD, 1), answer(ALLOW), answer(EPERM));
  for (const [call, flags] of calls.opening) {
    on(call, argument(flags), unless(ANY_BIT, WRITING, 1), answer(EPERM), answer(ALLOW));
  }
  for (const call of calls.signalling) {
    on(call, argument(0), unless(EQUAL, 0, 1), answer(ALLOW), answer(EPERM));
    ownId.push(instructions.length - 3);
  }
  for (const call of calls.limiting) on(call, argument(0), unless(EQUAL, 0, 1), answer(ALLOW), answer(EPERM));
  on(
    calls.execute,
    ...[argument(0), unless(EQUAL, 0, 3)],
    ...[load(argumentOffset(0) + 4), unless(EQUAL, 0, 1), answer(ALLOW), answer(EPERM)],
  );
  const program = { lower: instructions.length - 5, upper: instructions.length - 3 };
  for (const call of calls.unknown) on(call, answer(ENOSYS));
  for (const call of calls.refused) on(call, answer(EPERM));
  instructions.push(answer(ALLOW));
  return { instructions, ownId, program };
}

/** The filter as the kernel takes it: 8 bytes an instruction. */
export function filterBytes({ instructions }: Filter): Buffer {
  const bytes = Buffer.alloc(instructions.length * 8);
  for (const [index, { code, yes, no, value }] of instructions.entries()) {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(yes, index * 8 + 2);
    bytes.writeUInt8(no, index * 8 + 3);
    bytes.writeUInt32LE(value >>> 0, index * 8 + 4);
  }
  return bytes;
}
