import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  changedStack,
  type System,
  startSystem,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operatorsProgram } from './operators-program.ts';
import { COMMANDS, OURS, THEIRS } from './runbook-commands.ts';

let system: System;
let cli: ReturnType<typeof operatorsProgram>;
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  cli = operatorsProgram(system);
  await system.upload({ key: OURS, source: 'BANK', bytes: new Uint8Array() });
  await system.upload({ key: THEIRS, source: 'COUNTERPARTY', bytes: Buffer.from('no PDF') });
  await untilQueuesAreEmpty(system);
}, 180_000);
afterAll(() => system?.close());

const ofCli = [...new Set(COMMANDS.flatMap((command) => /^npm run -s cli -- (.+)$/.exec(command)?.[1] ?? []))];

describe("the runbook's commands", () => {
  test("the runbook's commands are of programs that are tried: here, or where AWS's and Kubernetes' own are installed", () => {
    const others = COMMANDS.filter((command) => !/^\s*(npm run|aws|kubectl) /.test(command));
    expect(others).toEqual([
      'export ENV=production AWS_REGION=eu-west-1',
      'export BUCKET=trade-documents-$ENV-$(aws sts get-caller-identity --query Account --output text)',
      'for FUNCTION in trade-document-processor trade-document-failures; do',
      'done',
      'KEY=$(aws kms describe-key --key-id alias/trade-matching-$ENV --query KeyMetadata.KeyId --output text)',
      'export MATCHING_SERVICE_ENDPOINT=http://127.0.0.1:8080',
      'git switch --detach GOOD_COMMIT',
    ]);
  });

  test("the runbook's commands name scripts and stacks that there are", () => {
    const manifest = path.resolve(import.meta.dirname, '../../../package.json');
    const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as { scripts: Record<string, string> };
    for (const command of COMMANDS.filter((each) => each.startsWith('npm run '))) {
      const [, script = ''] = /^npm run (?:-s )?([\w:]+)/.exec(command) ?? [];
      expect(Object.keys(scripts), command).toContain(script);
    }
    for (const command of COMMANDS.filter((each) => each.startsWith('npm run cdktf')))
      expect(command.replace('$ENV', 'local').endsWith(` ${system.names.stack}`), command).toBe(true);
  });

  test.each(ofCli)('%s', async (command) => {
    const args = command
      .replaceAll('$ENV', 'local')
      .replaceAll('YYYY-MM-DD', '2026-11-23')
      .replace(/ KEY /, ` ${OURS} `)
      .split(' ');
    const { code, stderr } = await cli(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test("there are some of each of the operators' commands", () => {
    expect([...new Set(ofCli.map((command) => command.split(' ')[0]))].sort()).toEqual([
      'cases',
      'document',
      'documents',
      'pause',
      'queues',
      'redrive',
      'resume',
    ]);
  });
});
