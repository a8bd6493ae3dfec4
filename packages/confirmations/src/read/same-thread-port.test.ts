import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SameThreadPort } from './same-thread-port.ts';

function listeningPort() {
  const port = new SameThreadPort();
  const received: unknown[] = [];
  const listener = ({ data }: { readonly data: unknown }) => received.push(data);
  return { port, received, listener };
}

test('the operators of a page are passed on as they are, in lists of their own', async () => {
  const { port, received, listener } = listeningPort();
  port.addEventListener('message', listener);
  const [fnArray, argsArray] = [
    [1, 2],
    [['one'], ['two']],
  ];
  const [first] = argsArray;
  port.postMessage({ stream: 4, chunk: { fnArray, argsArray } });
  // The sender empties its lists for the next chunk.
  fnArray.length = 0;
  argsArray.length = 0;
  await setTimeout();
  expect(received).toEqual([{ stream: 4, chunk: { fnArray: [1, 2], argsArray: [['one'], ['two']] } }]);
  expect((received as { chunk: { argsArray: unknown[] } }[])[0]?.chunk.argsArray[0]).toBe(first);
});

test('a message of plain values is copied as well', async () => {
  const { port, received, listener } = listeningPort();
  port.addEventListener('message', listener);
  const message = { stream: 7, success: true };
  port.postMessage(message);
  message.success = false;
  await setTimeout();
  expect(received).toEqual([{ stream: 7, success: true }]);
});

test('any other message is copied when it is sent', async () => {
  const { port, received, listener } = listeningPort();
  port.addEventListener('message', listener);
  const message = { chunk: { items: ['text'] } };
  port.postMessage(message as never);
  message.chunk.items.push('more');
  await setTimeout();
  expect(received).toEqual([{ chunk: { items: ['text'] } }]);
});

test('a listener hears nothing once it is removed or its signal is aborted', async () => {
  const { port, received, listener } = listeningPort();
  const ended = new AbortController();
  port.addEventListener('message', listener, { signal: ended.signal });
  ended.abort();
  const other = ({ data }: { readonly data: unknown }) => received.push(data);
  port.addEventListener('message', other);
  port.removeEventListener('message', other);
  port.postMessage({});
  await setTimeout();
  expect(received).toEqual([]);
});
