import { readFileSync } from 'node:fs';
import * as z from 'zod';

const attributes = z.record(z.string(), z.unknown());

const schema = z.object({
  resource: z.record(z.string(), z.record(z.string(), attributes)),
  variable: z.optional(z.record(z.string(), z.object({ default: z.unknown().optional() }))),
  output: z.optional(z.record(z.string(), z.object({ value: z.unknown() }))),
  data: z.optional(z.record(z.string(), z.unknown())),
});

/** What the sandbox reads of Terraform's JSON. */
export type TerraformJson = z.infer<typeof schema>;

/** The stack holds what the sandbox cannot provision or resolve; the message names it. */
export class StackError extends Error {
  override readonly name = 'StackError';
}

/** @throws {StackError} where the file is not a synthesized stack */
export function readTerraformJson(file: string): TerraformJson {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new StackError(`${file} is not a synthesized stack: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
