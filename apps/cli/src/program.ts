import { newProgram } from '@trade-matching/command-line';
import manifest from '../package.json' with { type: 'json' };
import { auditCommand } from './commands/audit.ts';
import { caseCommand } from './commands/case.ts';
import { casesCommand } from './commands/cases.ts';
import { chaseCommand } from './commands/chase.ts';
import { compareCommand } from './commands/compare.ts';
import { completionCommand } from './commands/completion.ts';
import { correctCommand } from './commands/correct.ts';
import { correctionsCommand } from './commands/corrections.ts';
import {
  acceptCommand,
  approveCommand,
  assignCommand,
  closeCommand,
  commentCommand,
  refuseCommand,
  rejectCommand,
  reopenCommand,
} from './commands/decide.ts';
import { documentCommand } from './commands/document.ts';
import { documentsCommand } from './commands/documents.ts';
import { extractCommand } from './commands/extract.ts';
import { pauseCommand, resumeCommand } from './commands/intake.ts';
import { forceMatchCommand, pairAnewCommand, unmatchCommand } from './commands/pair.ts';
import { profilesCommand } from './commands/profiles.ts';
import { queuesCommand } from './commands/queues.ts';
import { redriveCommand } from './commands/redrive.ts';
import { schemaCommand } from './commands/schema.ts';
import { tradeCommand } from './commands/trade.ts';
import { tradesCommand } from './commands/trades.ts';

/** What operators type: reading and comparing here, and what stands in an environment. */
export const program = newProgram(
  {
    name: 'npm run -s cli --',
    version: manifest.version,
    summary: 'Reads and compares confirmations, shows and redrives uploaded documents, and decides breaks.',
    description:
      'Reads and compares trade confirmations on this machine, shows the outcome of those that were uploaded, and decides breaks.',
    examples: [
      'extract ours.pdf --source BANK',
      'compare ours.pdf theirs.pdf',
      'documents --status FAILED',
      'redrive --reason DEAD_LETTER --dry-run',
      'cases --overdue',
    ],
    notes: 'Exit code: 0 when it answered, whatever the answer; 2 for wrong usage; 1 when the work failed.',
  },
  [
    ...[extractCommand, compareCommand],
    ...[documentsCommand, documentCommand, tradesCommand, tradeCommand, queuesCommand, redriveCommand],
    ...[pauseCommand, resumeCommand],
    ...[casesCommand, caseCommand, assignCommand, commentCommand, acceptCommand, approveCommand, refuseCommand],
    ...[rejectCommand, reopenCommand, closeCommand, forceMatchCommand, unmatchCommand, pairAnewCommand],
    ...[correctCommand, correctionsCommand, chaseCommand, auditCommand, profilesCommand],
    ...[schemaCommand, completionCommand],
  ],
);
