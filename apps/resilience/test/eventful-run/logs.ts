import { runLogQuery } from '@trade-matching/local-aws/cloudwatch';
import { itemsOf, reportDocument } from '@trade-matching/sandbox/system';
import { describe, expect, test } from 'vitest';
import { system } from './run.ts';

/** The saved queries as they were synthesized, by the last part of their names. */
function savedQuery(title: string) {
  const found = [...system.stack.resources].find(
    ([address, { name }]) =>
      address.startsWith('aws_cloudwatch_query_definition.') && String(name).endsWith(`/${title}`),
  );
  if (!found) throw new Error(`No query ${title} is saved.`);
  const [, { query_string: query, log_group_names: logGroups }] = found;
  return { query: String(query), logGroups: logGroups as string[] };
}

function run(title: string, change: (query: string) => string = (query) => query) {
  const { query, logGroups } = savedQuery(title);
  const { columns, rows } = runLogQuery(system.logs, change(query), logGroups);
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ''])));
}

const KEY = 'BANK/2026/11/23/swap-mismatched.pdf';
const ONE_DOCUMENT = 'One document, from upload to match';
const byKey = (query: string) => query.replaceAll('BANK/2026/11/23/ours.pdf', KEY);

describe('one id follows a document from upload to match', () => {
  const logged = (key: string) => {
    const events = system.logs.events([system.names.processorLogGroup]);
    return events.find(({ fields }) => fields.key === key && fields.message === 'filed')?.fields.document_id;
  };

  test('one document id is in the logs of the function and of the matching service', () => {
    const id = logged(KEY);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    const { logGroups } = savedQuery(ONE_DOCUMENT);
    const lines = system.logs.events(logGroups).filter(({ fields }) => fields.document_id === id);
    // Where both sides came at one instant, or the service was slow, a document came again. The two write by themselves:
    // which of their lines is collected first is open.
    const lastOf = (group: string) => lines.filter(({ logGroup }) => logGroup === group).slice(-1);
    const last = [...lastOf(system.names.serviceLogGroup), ...lastOf(system.names.processorLogGroup)];
    expect(last.map(({ fields }) => fields.message)).toEqual(['processed', 'filed']);
    for (const { fields } of lines) expect(fields.key).toBe(KEY);
    for (const { fields } of last) expect(fields.source).toBe('BANK');
    // By its id and by its key the saved query finds the same.
    expect(run(ONE_DOCUMENT, (query) => query.replace('DOCUMENT_ID', String(id)))).toEqual(run(ONE_DOCUMENT, byKey));
  });

  test('the log names the stored trade and match by their keys', async () => {
    const service = system.logs
      .events([system.names.serviceLogGroup])
      .findLast(({ fields }) => fields.document_id === logged(KEY));
    const { trade_key, match_id } = service?.fields ?? {};
    const items = await itemsOf(system, system.names.tradesTable);
    const current = (pk: string) => items.find((item) => item.pk === pk && item.sk === 'CURRENT');
    expect(current(`TRADE#${trade_key}`)).toMatchObject({ s3_key: KEY });
    const match = await reportDocument(system.tables, KEY);
    expect(match.match).toMatchObject({ status: 'MISMATCHED' });
    // Whichever side came first was stored before there was a match.
    const ofPair = run('One match, both documents', (query) =>
      query.replace('MATCH_ID', String(current(`TRADE#${trade_key}`)?.match_id)),
    );
    expect(ofPair.length).toBeGreaterThan(0);
    expect([undefined, current(`TRADE#${trade_key}`)?.match_id]).toContain(match_id);
  });
});

describe('the saved queries find what they are for', () => {
  test('the query of recent errors finds a failed document by its id and key', () => {
    expect(run('Recent errors')).toContainEqual(
      expect.objectContaining({
        level: 'ERROR',
        key: 'BANK/2026/11/23/an error.pdf',
        document_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      }),
    );
  });

  test('the log says why a document returned to the queue', () => {
    expect(run('Recent errors')).toContainEqual(
      expect.objectContaining({
        level: 'WARN',
        message: 'returned to queue',
        why: expect.stringContaining('refused the call, not the document'),
        key: 'BANK/2026/11/23/a refusal of the call.pdf',
        document_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      }),
    );
  });

  test('the query of returned messages counts the poison message five times', () => {
    // A busy machine has other causes beside it.
    const poison = run('Returned to queue, by cause').find(({ why }) => why?.includes('poison message'));
    expect(poison).toMatchObject({ times: '5', most_receives: '5' });
  });

  test('the query of refused documents groups them by reason and source', () => {
    expect(
      run('Refused, by reason and source')
        .map(({ reason, source }) => `${reason} ${source}`)
        .sort(),
    ).toEqual(['CORRUPT_PDF BANK', 'EMPTY_FILE BANK', 'NOT_A_PDF COUNTERPARTY']);
  });

  test('the query of slow documents lists the slowest first', () => {
    const times = run('Slowest documents in the matching service').map(({ milliseconds }) => Number(milliseconds));
    expect(times.length).toBeGreaterThan(10);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });
});

test('no log line holds the token of the matching service', () => {
  const groups = Object.values(system.names).filter((name) => typeof name === 'string');
  const all = JSON.stringify(system.logs.events(groups));
  expect(all.length).toBeGreaterThan(1_000);
  for (const secret of [system.serviceToken, 'Bearer']) expect(all).not.toContain(secret);
});
