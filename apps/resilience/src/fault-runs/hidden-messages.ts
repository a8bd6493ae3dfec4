import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { EmbeddedAws, Interceptor } from '@trade-matching/local-aws';
import type { Clock } from '@trade-matching/local-aws/clock';
import type { ProvisionedStack } from '@trade-matching/local-aws/terraform';

/** Messages that were received or returned to the queue, and become visible again by a simulated clock. */
export interface HiddenMessages {
  /** Milliseconds since the epoch; undefined where none is hidden. */
  nextVisible(): number | undefined;
  /** Lets those be seen again whose time has come, and answers how many. */
  release(): Promise<number>;
}

interface Hidden {
  readonly queueUrl: string;
  readonly receiptHandle: string;
  readonly until: number;
}

/** Seconds: longer than any run, so that none becomes visible by real time. SQS's own limit. */
const LONGEST = 43_200;

/** Takes over from now on how long messages of these queues stay hidden. */
export function hideBySimulatedClock(
  aws: EmbeddedAws,
  clock: Clock,
  sqs: SQSClient,
  stack: ProvisionedStack,
): HiddenMessages {
  const visibilityOf = new Map(
    [...stack.resources].flatMap(([address, { name, visibility_timeout_seconds: seconds = 30 }]) =>
      address.startsWith('aws_sqs_queue.') ? [[String(name), Number(seconds)] as const] : [],
    ),
  );
  const hidden = new Map<string, Hidden>();
  const hide = (queueUrl: string, receiptHandle: string, seconds: number) =>
    hidden.set(receiptHandle, { queueUrl, receiptHandle, until: clock.now() + seconds * 1000 });

  const interceptor: Interceptor = async (call, next) => {
    if (call.service !== 'sqs') return next();
    if (call.action === 'ReceiveMessage') {
      const request = JSON.parse(call.body.toString('utf8')) as { QueueUrl: string };
      Object.assign(call, { body: Buffer.from(JSON.stringify({ ...request, VisibilityTimeout: LONGEST })) });
      const answer = await next();
      const { Messages = [] } = JSON.parse(answer.body.toString('utf8')) as {
        Messages?: { ReceiptHandle: string }[];
      };
      const seconds = visibilityOf.get(request.QueueUrl.split('/').at(-1) ?? '') ?? 30;
      for (const { ReceiptHandle } of Messages) hide(request.QueueUrl, ReceiptHandle, seconds);
      return answer;
    }
    if (call.action === 'ChangeMessageVisibility') {
      const request = JSON.parse(call.body.toString('utf8')) as Change;
      hidden.delete(request.ReceiptHandle);
      if (request.VisibilityTimeout === 0) return next();
      hide(request.QueueUrl, request.ReceiptHandle, request.VisibilityTimeout);
      Object.assign(call, { body: Buffer.from(JSON.stringify({ ...request, VisibilityTimeout: LONGEST })) });
      return next();
    }
    if (call.action === 'DeleteMessageBatch') {
      const { Entries } = JSON.parse(call.body.toString('utf8')) as { Entries: { ReceiptHandle: string }[] };
      for (const { ReceiptHandle } of Entries) hidden.delete(ReceiptHandle);
    }
    return next();
  };
  aws.addInterceptor(interceptor);

  return {
    nextVisible: () => {
      const times = [...hidden.values()].map(({ until }) => until);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    release: async () => {
      const due = [...hidden.values()].filter(({ until }) => until <= clock.now());
      await Promise.all(
        due.map(({ queueUrl, receiptHandle }) =>
          sqs.send(
            new ChangeMessageVisibilityCommand({
              QueueUrl: queueUrl,
              ReceiptHandle: receiptHandle,
              VisibilityTimeout: 0,
            }),
          ),
        ),
      );
      return due.length;
    },
  };
}

interface Change {
  readonly QueueUrl: string;
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout: number;
}
