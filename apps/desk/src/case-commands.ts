import * as z from 'zod';
import type { Role } from './people.ts';

const text = z.string().max(4_000);
const seen = z.object({
  bank_hash: z.string().max(64).optional(),
  counterparty_hash: z.string().max(64).optional(),
  differences_hash: z.string().max(64),
});
const common = { event_id: z.uuid(), reason: text.optional(), comment: text.optional() };

/** What the page may ask of a case, and the role that each takes. */
export const COMMANDS = {
  assign: { role: 'analyst', shape: z.object({ ...common, assignee: z.string().max(200).optional() }) },
  comment: { role: 'analyst', shape: z.object(common) },
  accept: { role: 'analyst', shape: z.object({ ...common, seen }) },
  reject: { role: 'analyst', shape: z.object({ ...common, seen }) },
  close: { role: 'analyst', shape: z.object(common) },
  reopen: { role: 'analyst', shape: z.object(common) },
  approve: { role: 'approver', shape: z.object({ ...common, proposal: z.string().max(100) }) },
  refuse: { role: 'approver', shape: z.object({ ...common, proposal: z.string().max(100) }) },
} as const satisfies Readonly<Record<string, { role: Role; shape: z.ZodType }>>;
