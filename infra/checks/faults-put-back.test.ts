import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS, type Fault } from './faults-put-back/index.ts';
import { copyWorkspace, type WorkspaceCopy } from './faults-put-back/workspace-copy.ts';

// What kustomize renders is looked at where there is one.
const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
const faults = FAULTS.filter(({ test }) => hasKubectl || !test[0].includes('rendered-manifests'));

let copy: WorkspaceCopy;
beforeAll(() => {
  copy = copyWorkspace();
});
afterAll(() => copy?.remove());

interface Assertion {
  readonly fullName: string;
  readonly status: string;
}

const runIn = (folder: string, given: readonly string[]) =>
  new Promise<string>((resolve) => {
    const options = { cwd: path.join(copy.folder, folder), maxBuffer: 2 ** 26 };
    execFile(process.execPath, given, options, (_failed, out, err) => resolve(`${out}\n${err}`));
  });

/** Runs some tests of a file in the copy. */
async function run(file: string, names: readonly string[]): Promise<readonly Assertion[]> {
  const [, folder = '', rest = ''] = /^((?:apps|packages)\/[^/]+|infra)\/(.+)$/.exec(file) ?? [];
  const checks = rest.startsWith('checks/') ? ['--config', 'vitest.checks.config.ts'] : [];
  const vitest = path.join(copy.folder, 'node_modules/vitest/vitest.mjs');
  const written = path.join(copy.folder, 'report.json');
  rmSync(written, { force: true });
  const named = ['--testNamePattern', names.map(escaped).join('|')];
  const said = await runIn(folder, [
    ...[vitest, 'run', ...checks, ...named, '--reporter=json', `--outputFile=${written}`, rest],
  ]);
  // Failed tests are what is asked for; without a report there were none.
  if (!existsSync(written)) throw new Error(`${file} did not run: ${said}`);
  const report = JSON.parse(readFileSync(written, 'utf8')) as {
    testResults: { assertionResults: Assertion[]; message: string }[];
  };
  const [result] = report.testResults;
  if (!result || result.assertionResults.length === 0) throw new Error(`${file} did not run: ${result?.message}`);
  return result.assertionResults;
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What stands in the file with the fault in it. */
function withFault({ file, now, fault }: Fault, text: string): string {
  const [before, after, ...more] = text.split(now);
  if (before === undefined || after === undefined)
    throw new Error(`${file} does not say ${JSON.stringify(now)} any more: change the list of faults with it.`);
  // What stands twice stands for each environment or job: the fault is in all.
  return [before, after, ...more].join(fault);
}

/** Each is a way in which the first deployment failed, or the embedded AWS was kinder than AWS. */
describe('a fault that is put back is found', () => {
  test.each(faults)('$what', async (fault) => {
    const file = path.join(copy.folder, fault.file);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, withFault(fault, text));
    try {
      if (fault.inStack) await runIn('infra', ['src/main.ts']);
      const [testFile, name] = fault.test;
      const failed = (await run(testFile, [name])).filter(({ status }) => status === 'failed');
      expect(failed.map(({ fullName }) => fullName)).toContainEqual(expect.stringContaining(name));
    } finally {
      writeFileSync(file, text);
    }
  });

  test('without any of them, the tests that find them pass in the copy', async () => {
    const quick = faults.filter(({ test: [file], inStack }) => !inStack && !file.includes('deployment-run'));
    for (const [file, found] of Map.groupBy(quick, (fault) => fault.test[0])) {
      const names = [...new Set(found.map((fault) => fault.test[1]))];
      const passed = (await run(file, names)).filter(({ status }) => status === 'passed');
      expect(passed.length, file).toBeGreaterThanOrEqual(names.length);
    }
  });
});
