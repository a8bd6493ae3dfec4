import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ServiceClient } from '../test/ask-service.ts';

/** What `.ci/container/build-stage` made; `.ci/checks/container` says where. */
const image = process.env.SERVICE_IMAGE;
const startImage = path.resolve(import.meta.dirname, '../../../.ci/container/start-image');
const eventTime = '2026-11-23T10:00:00.000Z';

describe.skipIf(image === undefined)("the matching service's image", () => {
  let system: System;
  let client: ServiceClient;
  beforeAll(async () => {
    system = await startSystem({ serviceCommand: [startImage, image ?? ''] });
    client = new ServiceClient(system);
  }, 180_000);
  afterAll(async () => {
    client?.close();
    await system?.close();
  });

  const proc = (file: string) => readFileSync(`/proc/${system.service.pid}/${file}`, 'utf8');
  const statusOf = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(proc('status'))?.[1];

  test("the matching service's image runs as its user, without capabilities, and cannot get any", () => {
    expect(statusOf('Uid')).toBe('65532\t65532\t65532\t65532');
    expect(statusOf('Gid')).toBe('65532\t65532\t65532\t65532');
    expect(statusOf('CapEff')).toBe('0000000000000000');
    expect(statusOf('NoNewPrivs')).toBe('1');
  });

  test("the matching service's image sees no file system but its own, read-only", () => {
    const mounts = proc('mountinfo').trim().split('\n');
    const own = mounts.map((line) => line.split(' ')).filter(([, , , , target = '']) => !target.startsWith('/dev/'));
    expect(own.map(([, , , , target]) => target)).toContain('/');
    expect(own.filter(([, , , , , options = '']) => !options.split(',').includes('ro'))).toEqual([]);
  });

  test("the matching service's image is live and ready, and processes documents of every outcome", async () => {
    for (const state of ['live', 'ready']) {
      expect((await fetch(new URL(`/health/${state}`, system.service.url))).status).toBe(200);
    }
    const { bank, counterparty } = samplePair(2);
    const ask = (source: 'BANK' | 'COUNTERPARTY', bytes: Uint8Array) =>
      client.ask({ source, key: `${source}/a.pdf`, bytes, eventTime });
    expect(await ask('BANK', renderConfirmation(bank, 'letter'))).toMatchObject({ status: 200 });
    expect(await ask('COUNTERPARTY', renderConfirmation(counterparty, 'grid'))).toMatchObject({
      status: 200,
      body: { match: { status: 'MATCHED' } },
    });
    expect(await ask('BANK', Buffer.from('no PDF'))).toMatchObject({
      status: 422,
      body: { error: { code: 'NOT_A_PDF' } },
    });
  });
});
