import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import {
  changedStack,
  currentKeys,
  type System,
  startSystem,
  untilQueuesAreEmpty,
  uploadUnseen,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ended } from '../test/operators-program.ts';
import { BLOCKS, OURS, THEIRS } from '../test/runbook-commands.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  await system.upload({ key: THEIRS, source: 'COUNTERPARTY', bytes: Buffer.from('no PDF') });
  await untilQueuesAreEmpty(system);
}, 180_000);
afterAll(() => system?.close());

// What AWS's and Kubernetes' own programs make of a command is written down, and it goes on: what one would have told
// the next is something. Other programs are tried elsewhere.
const PROGRAMS = `
record() { printf '%s\\t%s\\t%s\\n' "$1" "$2" "$(tr '\\n' ' ' <"$TOLD")" >>"$RECORD"; }
aws() { command aws --endpoint-url "$ENDPOINT" "$@" 2>"$TOLD"; local code=$?; record $code "aws $*"; [ $code = 0 ] || echo something; }
kubectl() { command kubectl --server http://127.0.0.1:1 "$@" 2>"$TOLD"; record $? "kubectl $*"; }
npm() { :; }
git() { :; }
`;

/** Runs a block of the runbook in this system: the commands that were run, their exit codes and what they complained of. */
async function run(block: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'runbook-'));
  const record = path.join(folder, 'record');
  await ended('bash', ['-c', `${PROGRAMS}\ntouch "$RECORD"\n${block}`], {
    ...process.env,
    ...system.aws.environment,
    AWS_DEFAULT_REGION: system.aws.region,
    AWS_MAX_ATTEMPTS: '1',
    ENDPOINT: system.aws.endpoint,
    ENV: 'local',
    BUCKET: system.names.documentsBucket,
    RECORD: record,
    TOLD: path.join(folder, 'told'),
  });
  return readFileSync(record, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', command = '', complaint = ''] = line.split('\t');
      return { code: Number(code), command, complaint };
    });
}

/** As the two programs say that they do not know a command, an option or its value. */
const WRONG_USAGE =
  /usage:|Unknown options|Invalid choice|Parameter validation|unknown (flag|command|shorthand)|the following arguments/i;

const withPrograms = BLOCKS.filter((block) => /\b(aws|kubectl) /.test(block) && !block.startsWith('export'));

describe("the runbook's commands for AWS and Kubernetes", () => {
  test.each(withPrograms)('%s', async (block) => {
    const commands = await run(block);
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter(({ complaint }) => WRONG_USAGE.test(complaint))).toEqual([]);
    // What this machine has of AWS does what it says.
    for (const { code, command, complaint } of commands.filter(({ command }) => /^aws s3api/.test(command)))
      expect({ command, code, complaint }).toEqual({ command, code: 0, complaint: '' });
  });

  test('a wrong option in the runbook is found', async () => {
    const [aws, kubectl] = await run('aws lambda get-function-concurrency --name x\nkubectl get pods --namespce x');
    expect(aws?.complaint).toMatch(WRONG_USAGE);
    expect(kubectl?.complaint).toMatch(WRONG_USAGE);
  });

  test('a replay has a document processed that no message notifies of', async () => {
    await uploadUnseen(system, OURS, renderConfirmation(samplePair(1).bank, 'letter'));
    const [replay = ''] = BLOCKS.filter((block) => block.startsWith('aws s3 cp'));
    const [copied] = await run(replay);
    expect(copied).toMatchObject({ code: 0, complaint: '' });
    await untilQueuesAreEmpty(system);
    expect(await currentKeys(system)).toContain(`PROCESSED/${OURS}`);
  });
});
