import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { DocumentReport } from '../src/documents.ts';

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

describe('npm start -- --once', () => {
  test('shows what became of the generated set, writes it as JSON, and ends with 0', async () => {
    const { stdout, documents } = await command();
    expect(documents).toHaveLength(10);
    expect(documents.find(({ key }) => key.includes('swap-mismatched'))).toMatchObject({
      source: 'BANK',
      outcome: 'PROCESSED',
      trade: { product: 'INTEREST_RATE_SWAP' },
      match: {
        status: 'MISMATCHED',
        counterpart_key: expect.stringContaining('COUNTERPARTY/'),
        differences: [{ field: 'fixed_rate', verdict: 'DIFFERENT' }],
      },
    });
    expect(stdout).toContain('8 PROCESSED, 1 DUPLICATE, 1 QUARANTINE');
  });

  test.runIf(existsSync(samples))('real confirmations: what disagrees is spelled out', async () => {
    const file = (name: string) => path.join(samples, name);
    const { documents } = await command(
      '--bank',
      ...['FAB_26933659.pdf', 'IRS-01_bank.pdf', 'FXF-01_bank.pdf'].map(file),
      '--counterparty',
      ...['GCS381315_V1.pdf', 'IRS-01_cpty.pdf', 'FXF-01_cpty.pdf'].map(file),
    );
    const match = (name: string) => documents.find(({ key }) => key.endsWith(name))?.match;
    expect(match('FAB_26933659.pdf')).toMatchObject({
      status: 'REVIEW',
      paired_by: 'reference',
      counterpart_key: expect.stringMatching(/GCS381315_V1\.pdf$/),
      differences: expect.arrayContaining([expect.objectContaining({ field: 'calculation_agent' })]),
    });
    expect(JSON.stringify(match('FAB_26933659.pdf'))).toMatch(/matur|termination/i);
    expect(match('IRS-01_bank.pdf')?.status).toBe('MATCHED');
    expect(match('FXF-01_bank.pdf')?.status).toBe('MATCHED');
  });
});
