import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { PageData } from '../src/page/page-data.ts';
import type { DocumentReport } from '../src/system/report-document.ts';

const main = path.resolve(import.meta.dirname, '../src/main.ts');
const samples = path.join(
  process.env.TRADE_MATCHING_SAMPLES ?? path.resolve(import.meta.dirname, '../../../../shared/samples'),
  'confirmations',
);

/** Runs the command as `npm start` does, with the window and the times of the stack as it ships. */
async function command(...args: string[]) {
  const json = path.join(mkdtempSync(path.join(tmpdir(), 'command-')), 'out.json');
  const { stdout } = await promisify(execFile)(process.execPath, [main, '--once', '--json', json, ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { stdout, documents: JSON.parse(readFileSync(json, 'utf8')) as DocumentReport[] };
}

describe('npm start', () => {
  test('npm start comes to the outcome of the generated set, and serves the page at its address until Ctrl-C', async () => {
    const sandboxFile = path.join(mkdtempSync(path.join(tmpdir(), 'command-')), 'sandbox.json');
    const running = spawn(process.execPath, [main], {
      env: { ...process.env, TRADE_MATCHING_SANDBOX_FILE: sandboxFile, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => running.once('exit', resolve));
    let said = '';
    for await (const line of createInterface({ input: running.stdout })) {
      said += `${line}\n`;
      if (line.startsWith('Still running')) break;
    }
    const address = /dashboard (http:\/\/127\.0\.0\.1:\d+\/)/.exec(said)?.[1] ?? '';
    const page = await (await fetch(address)).text();
    expect(page).toContain('<main id="dashboard">');
    const data = (await (await fetch(new URL('/data.json', address))).json()) as PageData;
    expect(data.documents).toContainEqual(
      expect.objectContaining({ key: expect.stringContaining('swap-mismatched.pdf'), match: 'MISMATCHED' }),
    );
    expect(said).toContain('8 PROCESSED, 1 DUPLICATE, 1 QUARANTINE');
    expect(data.alarms.filter(({ state }) => state !== 'OK')).toEqual([]);
    const outcomes = data.widgets.find((widget) => widget.kind === 'chart' && widget.title === 'Documents by outcome');
    expect(outcomes).toMatchObject({
      series: expect.arrayContaining([expect.objectContaining({ label: 'PROCESSED' })]),
    });
    expect((await fetch(new URL('/../package.json', address))).status).toBe(404);
    running.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(existsSync(sandboxFile)).toBe(false);
  });
});

describe('npm start -- --once', () => {
  test.runIf(existsSync(samples))(
    'npm start -- --once writes as JSON what became of real confirmations, and ends with 0',
    async () => {
      const file = (name: string) => path.join(samples, name);
      const { documents } = await command(
        '--bank',
        ...['FAB_26933659.pdf', 'IRS-01_bank.pdf', 'FXF-01_bank.pdf'].map(file),
        '--counterparty',
        ...['GCS381315_V1.pdf', 'IRS-01_cpty.pdf', 'FXF-01_cpty.pdf'].map(file),
      );
      const match = (name: string) => documents.find(({ key }) => key.endsWith(name))?.match;
      expect(documents).toHaveLength(6);
      expect(match('FAB_26933659.pdf')).toMatchObject({
        status: 'REVIEW',
        paired_by: 'reference',
        counterpart_key: expect.stringMatching(/GCS381315_V1\.pdf$/),
        differences: expect.arrayContaining([expect.objectContaining({ field: 'calculation_agent' })]),
      });
      expect(JSON.stringify(match('FAB_26933659.pdf'))).toMatch(/matur|termination/i);
      expect(match('IRS-01_bank.pdf')?.status).toBe('MATCHED');
      expect(match('FXF-01_bank.pdf')?.status).toBe('MATCHED');
    },
  );
});
