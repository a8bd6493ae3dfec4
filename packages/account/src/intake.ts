import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EventSourceMappingConfiguration,
  GetEventSourceMappingCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ResourceInUseException,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { SOURCES, type Source } from '@trade-matching/domain';
import type { Account } from './connect.ts';

/** Whether documents of a source are taken from their queue: the state of its event source mapping. */
export interface Intake {
  readonly source: Source;
  readonly queue: string;
  /** `Enabled`, `Disabled`, or on the way: `Enabling`, `Disabling`, `Updating`, `Creating`. */
  readonly state: string;
}

/** Lambda has no such mapping, or did not come to the state. */
export class IntakeError extends Error {
  override readonly name = 'IntakeError';
}

interface Mapping extends Intake {
  readonly uuid: string;
}

export interface SetIntakeOptions {
  /** Lambda takes up to a minute, and says so in no number. */
  readonly timeoutMs?: number;
  readonly everyMs?: number;
  readonly progress?: (text: string) => void;
}

/** The intake of each source, by one call; undefined where this identity may not list mappings. */
export async function intakes(account: Account): Promise<readonly Intake[] | undefined> {
  return withLambda(account, async (lambda) => {
    try {
      return (await mappingsOf(account, lambda)).map(({ source, queue, state }) => ({ source, queue, state }));
    } catch (error) {
      if (error instanceof Error && error.name === 'AccessDeniedException') return undefined;
      throw error;
    }
  });
}

/**
 * Pauses or resumes the intake of a source, and waits until Lambda has done so. To do it again changes nothing.
 *
 * @returns the state, and whether it was another before
 * @throws {IntakeError}
 */
export async function setIntake(
  account: Account,
  source: Source,
  enabled: boolean,
  { timeoutMs = 180_000, everyMs = 500, progress = () => {} }: SetIntakeOptions = {},
): Promise<Intake & { readonly changed: boolean }> {
  const wanted = enabled ? 'Enabled' : 'Disabled';
  return withLambda(account, async (lambda) => {
    const mapping = (await mappingsOf(account, lambda)).find((each) => each.source === source);
    if (!mapping)
      throw new IntakeError(`No event source mapping takes documents from ${account.names.documentQueue[source]}.`);
    const { queue, uuid } = mapping;
    const until = Date.now() + timeoutMs;
    let { state } = mapping;
    let changed = false;
    while (state !== wanted) {
      if (Date.now() > until) {
        throw new IntakeError(
          `The intake of ${source} is still ${state}. Lambda goes on by itself: look again with "queues".`,
        );
      }
      // What is on its way cannot be changed: it is waited for.
      if (state === 'Enabled' || state === 'Disabled') {
        changed = true;
        state = await update(lambda, uuid, enabled);
      } else {
        progress(`The intake of ${source} is ${state}.`);
        await sleep(everyMs);
        state = (await lambda.send(new GetEventSourceMappingCommand({ UUID: uuid }))).State ?? '';
      }
    }
    return { source, queue, state, changed };
  });
}

/** The state that it is in by then: where somebody else is changing it, on its way. */
async function update(lambda: LambdaClient, UUID: string, Enabled: boolean): Promise<string> {
  try {
    return (await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled }))).State ?? 'Updating';
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    return 'Updating';
  }
}

async function mappingsOf({ names }: Account, lambda: LambdaClient): Promise<Mapping[]> {
  const found: EventSourceMappingConfiguration[] = [];
  let Marker: string | undefined;
  do {
    const page = await lambda.send(
      new ListEventSourceMappingsCommand({
        FunctionName: names.processorFunction,
        ...(Marker === undefined ? {} : { Marker }),
      }),
    );
    found.push(...(page.EventSourceMappings ?? []));
    Marker = page.NextMarker;
  } while (Marker !== undefined);
  return SOURCES.flatMap((source) => {
    const queue = names.documentQueue[source];
    const mapping = found.find(({ EventSourceArn }) => EventSourceArn?.split(':').at(-1) === queue);
    return mapping?.UUID === undefined ? [] : [{ source, queue, uuid: mapping.UUID, state: mapping.State ?? '' }];
  });
}

async function withLambda<T>(account: Account, run: (lambda: LambdaClient) => Promise<T>): Promise<T> {
  const lambda = new LambdaClient(account.client);
  try {
    return await run(lambda);
  } finally {
    lambda.destroy();
  }
}
