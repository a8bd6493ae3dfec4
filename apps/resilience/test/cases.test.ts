import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { mismatched, samplePair } from '@trade-matching/confirmation-samples';
import { clientConfiguration, itemsOf, type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAbout } from './ask-about-trade.ts';
import { ServiceClient } from './ask-service.ts';
import { operatorsProgram } from './operators-program.ts';

let system: System;
let client: ServiceClient;
let ask: ReturnType<typeof askAbout>;
let cli: ReturnType<typeof operatorsProgram>;
beforeAll(async () => {
  system = await startSystem();
  client = new ServiceClient(system);
  ask = askAbout(client);
  cli = operatorsProgram(system);
});
afterAll(async () => {
  client?.close();
  await system?.close();
});

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const caseOf = async (id: string) => lines((await cli('case', id, '--json')).stdout)[0];

// One story, in order.
const { bank, counterparty } = mismatched(samplePair(200));
let id = '';

describe('a break, from the document to the second person', () => {
  test('a mismatch is listed with what differs, until somebody decides', async () => {
    expect((await cli('cases')).stdout).toContain('No case is open.');
    await ask(bank, 0);
    const answer = await ask(counterparty, 1);
    expect(answer.match.status).toBe('MISMATCHED');
    const [listed, ...others] = lines((await cli('cases', '--json')).stdout);
    expect(others).toEqual([]);
    id = listed.case_id;
    expect(listed).toMatchObject({
      ...{ kind: 'MATCH', subject_id: answer.match.match_id, state: 'OPEN', open_cause: 'NEW', status: 'MISMATCHED' },
      ...{ product: bank.product, bank_reference: bank.trade_id, assignee: null, overdue: false },
      fields: answer.match.differences.map(({ field }) => field).sort(),
    });
    expect(Object.keys(listed)).not.toContain('pk');
    const { stdout: table } = await cli('cases', '--counterparty', bank.counterparty_name ?? '');
    expect(table).toContain(id);
    expect(table).toContain('1 case.');
  });

  test('a case is assigned, commented, and found as mine', async () => {
    expect((await cli('cases', '--mine', '--as', 'ana')).stdout).toContain('No case is open.');
    expect((await cli('assign', id, '--to', 'ana', '--as', 'ben')).code).toBe(0);
    expect((await cli('comment', id, '--comment', 'They will amend', '--as', 'ana')).code).toBe(0);
    expect(lines((await cli('cases', '--mine', '--as', 'ana', '--json')).stdout)).toMatchObject([{ case_id: id }]);
    const { stdout: story } = await cli('case', id);
    expect(story).toMatch(/1\. .* OPENED MISMATCHED {2}by system/);
    expect(story).toMatch(/2\. .* ASSIGNED to ana {2}by ben/);
    expect(story).toMatch(/3\. .* COMMENTED {2}by ana: They will amend/);
  });

  test('accepting takes a reason, a second person, and what was seen', async () => {
    expect(await cli('accept', id, '--as', 'ana')).toMatchObject({ code: 2 });
    const accept = ['accept', id, '--reason', 'IMMATERIAL', '--as', 'ana'];
    expect(await cli(...accept, '--revision', '1')).toMatchObject({ code: 1 });
    expect((await cli(...accept, '--revision', '3')).stdout).toContain('ACCEPTANCE_PROPOSED by ana');
    const approve = ['approve', id, '--reason', 'AGREES_WITH_PROPOSAL'];
    const own = await cli(...approve, '--as', 'ana');
    expect(own).toMatchObject({ code: 1 });
    expect(own.stdout).toContain('another person has to approve');
    expect((await cli(...approve, '--as', 'ben')).stdout).toContain('ACCEPTANCE_APPROVED by ben');
    expect((await cli('cases')).stdout).toContain('No case is open.');
    expect(await caseOf(id)).toMatchObject({ case: { state: 'RESOLVED', resolution: 'ACCEPTED' } });
  });

  test('a draft to the counterparty names both references and what differs', async () => {
    const { stdout, code } = await cli('chase', id);
    expect(code).toBe(0);
    for (const named of [bank.trade_id, counterparty.trade_id]) expect(stdout).toContain(named);
    expect(stdout).not.toContain(id);
    expect(await cli('chase', 'nothing')).toMatchObject({ code: 1, stdout: '' });
  });

  test('an amendment opens the case again, and the story says why', async () => {
    await ask({ ...counterparty, notional: '424242.00' }, 2, 'AMENDMENT');
    expect(await caseOf(id)).toMatchObject({
      case: { state: 'OPEN', open_cause: 'DOCUMENTS_CHANGED', resolution: null },
    });
    expect((await cli('case', id)).stdout).toContain('opened again because a document changed');
  });

  test('a person reopens, rejects and closes a case, each with a reason from its list', async () => {
    const { revision } = (await caseOf(id)).case;
    const as = ['--as', 'ana'];
    const early = await cli('reopen', id, '--reason', 'NEW_INFORMATION', ...as);
    expect(early).toMatchObject({ code: 1 });
    expect(early.stdout).toContain('A MATCH case that is OPEN is not reopened.');
    const reject = ['reject', id, '--reason', 'COUNTERPARTY_WRONG', '--comment', 'They will amend', ...as];
    expect((await cli(...reject, '--revision', `${revision - 1}`)).stdout).toContain(`is at revision ${revision}, not`);
    expect((await cli(...reject, '--revision', `${revision}`)).stdout).toContain('REJECTED by ana');
    expect(await caseOf(id)).toMatchObject({ case: { state: 'WAITING' } });
    expect((await cli('close', id, '--reason', 'TEST_DOCUMENT', ...as)).stdout).toContain('CLOSED_AS_MISTAKEN by ana');
    expect(await caseOf(id)).toMatchObject({ case: { state: 'RESOLVED', resolution: 'MISTAKEN' } });
    expect((await cli('reopen', id, '--reason', 'DECIDED_WRONGLY', ...as)).stdout).toContain('REOPENED by ana');
    expect(await caseOf(id)).toMatchObject({ case: { state: 'OPEN', open_cause: 'REOPENED', resolution: null } });
  });
});

describe('the history of that break', () => {
  test('an auditor exports every event in order, as JSON lines and as CSV', async () => {
    const { events } = await caseOf(id);
    const exported = await cli('audit', 'export', id);
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    expect(lines(exported.stdout).map(({ event }) => event)).toEqual(events);
    const accepted = lines(exported.stdout).find(({ action }) => action === 'ACCEPTANCE_APPROVED');
    expect(accepted).toMatchObject({ actor: 'ben', reason: 'AGREES_WITH_PROPOSAL' });
    expect([accepted.bank_document_hash, accepted.counterparty_document_hash].join(' ')).toMatch(
      /^[\da-f]{64} [\da-f]{64}$/,
    );
    const [head, first] = (await cli('audit', 'export', id, '--csv')).stdout.split('\n');
    expect(head).toMatch(/^case_id,sequence,at,actor,action,reason,comment,bank_document_hash,/);
    expect(first).toContain(`${id},1,`);
    expect(await cli('audit', 'export', 'nothing')).toMatchObject({ code: 1, stdout: '' });
  });

  test('an auditor verifies the history, and finds a comment that was changed in the table', async () => {
    expect(await cli('audit', 'verify')).toMatchObject({ code: 0, stdout: 'Intact: 1. Broken or not found: 0.\n' });
    const items = await itemsOf(system, system.names.casesTable);
    const comment = items.find(({ action }) => action === 'COMMENTED');
    const dynamodb = new DynamoDBClient(clientConfiguration(system.aws));
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: system.names.casesTable,
        Key: { pk: { S: String(comment?.pk) }, sk: { S: String(comment?.sk) } },
        UpdateExpression: 'SET #comment = :comment',
        ExpressionAttributeNames: { '#comment': 'comment' },
        ExpressionAttributeValues: { ':comment': { S: 'They will not amend' } },
      }),
    );
    dynamodb.destroy();
    const verified = await cli('audit', 'verify', id);
    expect(verified.code).toBe(1);
    const problem = `${id}  broken at event 3: its content is not what was written`;
    expect(verified.stdout).toContain(problem);
    const exported = await cli('audit', 'export', id);
    expect(exported).toMatchObject({ code: 1, stderr: expect.stringContaining(problem) });
    expect(exported.stdout).toContain('They will not amend');
  });

  test('a case that is not there is said', async () => {
    expect(await cli('case', 'nothing')).toMatchObject({ code: 1, stdout: 'There is no case nothing.\n' });
    expect(await cli('comment', 'nothing', '--comment', 'x')).toMatchObject({ code: 1 });
    expect(await cli('audit', 'verify', 'nothing')).toMatchObject({ code: 1 });
    expect(await cli('cases', '--mine', '--counterparty', 'x')).toMatchObject({ code: 2 });
  });
});
