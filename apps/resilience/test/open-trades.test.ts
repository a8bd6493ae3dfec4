import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { samplePair } from '@trade-matching/confirmation-samples';
import { clientConfiguration, type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

/** As if the trade had come to its status so many days ago. */
async function since(key: string, days: number): Promise<void> {
  const at = new Date(Date.now() - days * 86_400_000).toISOString();
  const dynamodb = new DynamoDBClient(clientConfiguration(system.aws));
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: system.names.tradesTable,
      Key: { pk: { S: `TRADE#${key}` }, sk: { S: 'CURRENT' } },
      UpdateExpression: 'SET updated_at = :at, status_day = :day',
      ExpressionAttributeValues: { ':at': { S: at }, ':day': { S: `TRADE_UNMATCHED#${at.slice(0, 10)}` } },
    }),
  );
  dynamodb.destroy();
}

test('open trades are those without a green match, the oldest first, of as many days as are asked for', async () => {
  const [old, older, fresh] = await Promise.all(
    [760, 761, 762].map(async (number) => (await ask(samplePair(number).bank, 0)).trade_key),
  );
  const pair = samplePair(763);
  await ask(pair.bank, 0);
  await ask(pair.counterparty, 1);
  await since(old ?? '', 4);
  await since(older ?? '', 9);
  const keys = async (...args: string[]) => {
    const { code, stdout } = await cli('trades', '--open', ...args, '--json');
    expect(code).toBe(0);
    return stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line).trade_key] : []));
  };
  expect(await keys()).toEqual([older, old, fresh]);
  expect(await keys('--older-than', '3d')).toEqual([older, old]);
  expect(await keys('--older-than', '3d', '--since', '7d')).toEqual([old]);
  const csv = (await cli('trades', '--open', '--older-than', '3d', '--csv')).stdout.trim().split('\n');
  expect(csv[0]).toBe('updated_at,match_status,trade_key,source,product,reference,match_id,s3_key');
  expect(csv).toHaveLength(3);
  expect((await cli('trade', old ?? '', '--json')).stdout).not.toMatch(/"(?:pk|sk|status_day)"/);
});
