import type { AwsCall } from './aws-call.ts';

/** A call's headers without those that belong to one connection. */
export function withoutHop(headers: AwsCall['headers']): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !['connection', 'transfer-encoding', 'content-length', 'expect'].includes(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

/** An answer's headers without those that its length decides. */
export function withoutLength(headers: Record<string, string>): Record<string, string> {
  const { 'content-length': _length, 'transfer-encoding': _encoding, connection: _connection, ...kept } = headers;
  return kept;
}
