import * as z from 'zod';
import { auditExportLine, auditVerifyLine, caseAnswer, caseLine } from './cases.ts';
import { documentAnswer, documentLine, intakeAnswer, queueLine } from './documents.ts';
import { profileChange, profileDifference, profileLine } from './profiles.ts';
import { tradeAnswer, tradeLine } from './trades.ts';

/** What a line of each command's `--json` is, by the command as it is typed. */
export const JSON_SHAPES = {
  cases: caseLine,
  case: caseAnswer,
  trades: tradeLine,
  trade: tradeAnswer,
  documents: documentLine,
  document: documentAnswer,
  queues: queueLine,
  pause: intakeAnswer,
  resume: intakeAnswer,
  'profiles list': profileLine,
  'profiles diff': profileDifference,
  'profiles dry-run': profileChange,
  'audit verify': auditVerifyLine,
  'audit export': auditExportLine,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type JsonCommand = keyof typeof JSON_SHAPES;

/** JSON Schema (2020-12) of a line that a command answers with. */
export function schemaOf(command: JsonCommand): object {
  const { $schema, ...schema } = z.toJSONSchema(JSON_SHAPES[command], { reused: 'ref' });
  return { $schema, title: `A line of ${command}${command === 'audit export' ? '' : ' --json'}`, ...schema };
}
