import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/** Written by a sandbox that runs: how `--env local` finds it. Named otherwise where several run. */
export const SANDBOX_FILE =
  process.env.TRADE_MATCHING_SANDBOX_FILE ?? path.resolve(import.meta.dirname, '../../../.sandbox.json');

const schema = z.object({
  endpoint: z.url(),
  region: z.string(),
  account: z.string(),
  /** Where the matching service listens. */
  service: z.optional(z.url()),
  /** What calls are signed with, where a program tells itself apart from operators. */
  caller: z.optional(z.string()),
});

export type RunningSandbox = z.infer<typeof schema>;

/** The sandbox that runs on this machine, or undefined. */
export function runningSandbox(file = SANDBOX_FILE): RunningSandbox | undefined {
  if (!existsSync(file)) return undefined;
  return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
}
