import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { Source } from '@trade-matching/domain';
import type { AwsCall, AwsResponse } from '@trade-matching/local-aws';
import { type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ServiceClient } from './ask-service.ts';

let system: System;
let client: ServiceClient;
let answer = (_call: AwsCall): AwsResponse | undefined => undefined;
beforeAll(async () => {
  system = await startSystem();
  client = new ServiceClient(system);
  system.aws.addInterceptor((call, next) => {
    const refused = call.caller === 'matching-service' ? answer(call) : undefined;
    return refused ? Promise.resolve(refused) : next();
  });
});
afterAll(async () => {
  client?.close();
  await system?.close();
});
afterEach(() => {
  answer = () => undefined;
});

/** What DynamoDB answers. */
const dynamodb = (type: string, message: string): AwsResponse => ({
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify({ __type: type, message })),
});
/** What SNS answers. */
const sns = (status: number, code: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: Buffer.from(
    `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>planned</Message></Error></ErrorResponse>`,
  ),
});

const ask = (pair: number, side: Source) => {
  const { bank, counterparty } = samplePair(pair);
  const trade = side === 'BANK' ? bank : counterparty;
  const bytes = renderConfirmation(trade, 'letter');
  return client.ask({ source: side, key: `${side}/${trade.trade_id}.pdf`, bytes, eventTime: '2026-11-23T08:00:00Z' });
};
const published = () => system.aws.published.map(({ message }) => JSON.parse(message));

test('a call that the service has no right to make is its own fault: 500, and no 503 that asks for another try', async () => {
  answer = ({ action, service }) =>
    service === 'dynamodb' && action === 'TransactWriteItems'
      ? dynamodb('com.amazon.coral.service#AccessDeniedException', 'planned')
      : undefined;
  expect(await ask(520, 'BANK')).toMatchObject({ status: 500, body: { error: { code: 'MISCONFIGURED' } } });
});

test('what DynamoDB will never take is refused with 422, and the next document is processed', async () => {
  answer = ({ action, service }) =>
    service === 'dynamodb' && action === 'TransactWriteItems'
      ? dynamodb('com.amazon.coral.validate#ValidationException', 'Item size has exceeded the limit')
      : undefined;
  expect(await ask(521, 'BANK')).toMatchObject({ status: 422, body: { error: { code: 'INTERNAL_ERROR' } } });
  answer = () => undefined;
  expect(await ask(522, 'BANK')).toMatchObject({ status: 200, body: { status: 'PROCESSED' } });
});

test('a notification that SNS refuses for its content goes out in its shortest form', async () => {
  await ask(523, 'BANK');
  let publishes = 0;
  answer = ({ action }) => {
    if (action === 'Publish') publishes += 1;
    return action === 'Publish' && publishes === 1 ? sns(400, 'InvalidParameter') : undefined;
  };
  expect(await ask(523, 'COUNTERPARTY')).toMatchObject({ status: 200 });
  expect(published().at(-1)).toMatchObject({ event_type: 'TradeMatched', status: 'MATCHED' });
  expect(publishes).toBe(2);
});

test('a topic that takes nothing is 500; what was stored is told of when the document is asked about again', async () => {
  await ask(524, 'BANK');
  answer = ({ action }) => (action === 'Publish' ? sns(403, 'AuthorizationError') : undefined);
  expect(await ask(524, 'COUNTERPARTY')).toMatchObject({ status: 500, body: { error: { code: 'MISCONFIGURED' } } });
  const before = published().length;
  answer = () => undefined;
  expect(await ask(524, 'COUNTERPARTY')).toMatchObject({ status: 200, body: { status: 'ALREADY_PROCESSED' } });
  expect(published().slice(before)).toHaveLength(1);
});
