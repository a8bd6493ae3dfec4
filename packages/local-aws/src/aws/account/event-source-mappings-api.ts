import * as z from 'zod';
import type { AwsResponse } from '../aws-call.ts';
import { AccountError, json } from './answers.ts';

/** States of a mapping that poll, or do not; the others are on the way to one of them. */
export type MappingState = 'Enabled' | 'Disabled' | 'Enabling' | 'Disabling' | 'Updating';

/** An event source mapping as Lambda's API shows it; what it polls is elsewhere. */
export interface MappingFacts {
  readonly UUID: string;
  readonly EventSourceMappingArn: string;
  readonly EventSourceArn: string;
  readonly FunctionArn: string;
  readonly BatchSize: number;
  /** Seconds. */
  readonly MaximumBatchingWindowInSeconds: number;
  readonly FunctionResponseTypes: readonly string[];
  readonly ScalingConfig?: { readonly MaximumConcurrency: number };
  readonly State: MappingState;
  readonly StateTransitionReason: string;
  /** Seconds since the epoch. */
  readonly LastModified: number;
}

/** The mappings of an account, where its functions run. */
export interface EventSourceMappings {
  readonly functionArns: readonly string[];
  list(): readonly MappingFacts[];
  /** Begins to start or stop polling; the mapping says when it does. */
  setEnabled(uuid: string, enabled: boolean): MappingFacts;
}

const MAX_ITEMS = 10_000;
/** "even if you set it to a larger number": ListEventSourceMappings, AWS Lambda API Reference. */
const PAGE = 100;

/** Sandbox's own: what Lambda can change beside, nothing here asks for. */
const changes = z.strictObject({ Enabled: z.boolean().optional(), FunctionName: z.string().optional() });

/**
 * Lambda's calls about event source mappings. Source: AWS Lambda API Reference, ListEventSourceMappings,
 * GetEventSourceMapping, UpdateEventSourceMapping.
 *
 * @param parts the mapping's UUID, where the path has one
 * @throws {AccountError}
 */
export function askEventSourceMappings(
  action: string,
  [uuid = '']: readonly string[],
  url: string,
  body: Buffer,
  mappings: EventSourceMappings | undefined,
): AwsResponse {
  if (action === 'ListEventSourceMappings') {
    return json(listed(new URLSearchParams(url.split('?', 2)[1] ?? ''), mappings));
  }
  const found = mappings?.list().find(({ UUID }) => UUID === uuid);
  if (!mappings || !found) {
    throw new AccountError(404, 'ResourceNotFoundException', 'The resource you requested does not exist.');
  }
  if (action === 'GetEventSourceMapping') return json(found);
  const { Enabled = found.State === 'Enabled', FunctionName } = read(body);
  if (FunctionName !== undefined && arnOf(mappings, FunctionName) !== found.FunctionArn) {
    throw new AccountError(400, 'InvalidParameterValueException', 'The sandbox gives a queue to no other function.');
  }
  // "You tried to update an event source mapping in the CREATING state": UpdateEventSourceMapping, errors.
  if (found.State !== 'Enabled' && found.State !== 'Disabled') {
    const message = 'Cannot update the event source mapping because it is in use.';
    throw new AccountError(400, 'ResourceInUseException', message);
  }
  return { ...json(mappings.setEnabled(uuid, Enabled)), status: 202 };
}

function read(body: Buffer): z.infer<typeof changes> {
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8') || '{}');
  } catch {
    throw new AccountError(400, 'InvalidRequestContentException', 'Could not parse request body into json.');
  }
  const parsed = changes.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new AccountError(400, 'InvalidRequestContentException', z.prettifyError(parsed.error));
}

function listed(query: URLSearchParams, mappings: EventSourceMappings | undefined): object {
  const [functionName, source, marker] = ['FunctionName', 'EventSourceArn', 'Marker'].map((name) => query.get(name));
  const most = Number(query.get('MaxItems') ?? PAGE);
  if (!Number.isInteger(most) || most < 1 || most > MAX_ITEMS) {
    throw invalid('maxItems', String(query.get('MaxItems')), `a value from 1 to ${MAX_ITEMS}`);
  }
  if (source && !/^arn:aws[\w-]*:[\w-]+:[a-z]{2}(?:-gov)?-[a-z]+-\d:\d{12}:.+$/.test(source)) {
    throw invalid('eventSourceArn', source, 'an ARN');
  }
  const arn = functionName && arnOf(mappings, functionName);
  const all = (mappings?.list() ?? []).filter(
    ({ FunctionArn, EventSourceArn }) => (!arn || FunctionArn === arn) && (!source || EventSourceArn === source),
  );
  const from = marker ? Number(marker) : 0;
  if (!Number.isInteger(from) || from < 0) throw invalid('marker', String(marker), 'a marker of an answer');
  const to = from + Math.min(most, PAGE);
  const EventSourceMappings = all.slice(from, to);
  return { EventSourceMappings, ...(to < all.length ? { NextMarker: String(to) } : {}) };
}

/** By its name, its ARN, or the part of it after the region. */
function arnOf(mappings: EventSourceMappings | undefined, given: string): string {
  const name = given.split(':').at(-1) ?? given;
  const arn = mappings?.functionArns.find((each) => each === given || each.endsWith(`:function:${name}`));
  if (arn !== undefined) return arn;
  throw new AccountError(404, 'ResourceNotFoundException', `Function not found: ${given}`);
}

function invalid(member: string, value: string, expected: string): AccountError {
  const what = `Value '${value}' at '${member}' failed to satisfy constraint: Member must be ${expected}`;
  return new AccountError(400, 'ValidationException', `1 validation error detected: ${what}`);
}
