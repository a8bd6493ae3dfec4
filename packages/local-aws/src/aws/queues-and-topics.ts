import { buildApp } from 'fauxqs';
import type { Clock } from '../clock/index.ts';
import { type AwsCall, type AwsResponse, classify } from './aws-call.ts';
import { withoutHop, withoutLength } from './headers.ts';
import { messagesByProtocol, snsRefusal } from './limits/sns-limits.ts';
import { SqsLimits } from './limits/sqs-limits.ts';

/** A message that was published to SNS. */
export interface PublishedNotification {
  readonly topicArn: string;
  readonly subject: string;
  /** What queues, functions and addresses get. */
  readonly message: string;
  /** What mailboxes get. */
  readonly email: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** SQS and SNS. */
export interface QueuesAndTopics {
  /** Every message published so far, oldest first. */
  readonly published: readonly PublishedNotification[];
  handle(call: AwsCall): Promise<AwsResponse>;
  /** Sends an S3 event to a queue, and answers with the call that it was and its answer. */
  sendEvent(queueArn: string, body: string): Promise<{ call: AwsCall; answer: Pick<AwsResponse, 'status' | 'body'> }>;
  close(): Promise<void>;
}

/**
 * Starts SQS and SNS inside this process.
 *
 * @param endpoint where this AWS listens: queues' URLs name it
 * @param clock what the longest time that a message may be hidden is counted by
 */
export function startQueuesAndTopics(
  region: string,
  account: string,
  endpoint: () => string,
  clock: Pick<Clock, 'now'>,
): QueuesAndTopics {
  const limits = new SqsLimits(clock);
  const app = buildApp({ logger: false });
  const published: PublishedNotification[] = [];
  const refusalOf = (call: AwsCall) => {
    if (call.service === 'sns') return snsRefusal(call);
    return call.service === 'sqs' ? limits.refusal(call) : undefined;
  };
  return {
    published,
    async handle(call) {
      const refusal = refusalOf(call);
      if (refusal) return refusal;
      const answer = await app.inject({
        method: 'POST',
        url: '/',
        headers: withoutHop(call.headers),
        payload: call.service === 'sns' && call.action === 'Publish' ? forQueues(call.body) : call.body,
      });
      if (call.service === 'sns' && call.action === 'Publish' && answer.statusCode === 200)
        published.push(publishedBy(call));
      // fauxqs's queue URLs name a host that does not resolve.
      const body = answer.rawPayload.toString('utf8').replaceAll(/http:\/\/[^/"<]+(?=\/\d{12}\/)/g, endpoint());
      const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
      const answered = { status: answer.statusCode, headers: withoutLength(headers), body: Buffer.from(body) };
      if (call.service === 'sqs') limits.answered(call, answered);
      return answered;
    },
    async sendEvent(queueArn, body) {
      const [, , , queueRegion = region, queueAccount = account, name = ''] = queueArn.split(':');
      const headers = {
        'x-amz-target': 'AmazonSQS.SendMessage',
        'content-type': 'application/x-amz-json-1.0',
        authorization: `Credential=s3/20200101/${queueRegion}/sqs/aws4_request`,
      };
      const payload = JSON.stringify({
        QueueUrl: `http://sqs.${queueRegion}.localhost/${queueAccount}/${name}`,
        MessageBody: body,
      });
      const answer = await app.inject({ method: 'POST', url: '/', headers, payload });
      if (answer.statusCode !== 200) throw new Error(`S3 could not send an event to ${queueArn}: ${answer.body}`);
      return {
        call: classify('POST', '/', headers, Buffer.from(payload)),
        answer: { status: answer.statusCode, body: answer.rawPayload },
      };
    },
    close: async () => {
      await app.close();
    },
  };
}

function publishedBy({ body }: AwsCall): PublishedNotification {
  const form = new URLSearchParams(body.toString('utf8'));
  const attributes: Record<string, string> = {};
  for (const [name, value] of form) {
    const index = /^MessageAttributes\.entry\.(\d+)\.Name$/.exec(name)?.[1];
    if (index) attributes[value] = form.get(`MessageAttributes.entry.${index}.Value.StringValue`) ?? '';
  }
  const by = messagesByProtocol(form);
  return {
    topicArn: form.get('TopicArn') ?? '',
    subject: form.get('Subject') ?? '',
    message: by.default,
    email: by.email ?? by.default,
    attributes,
  };
}

/** The call with what queues get in place of all messages by protocol, which fauxqs does not know. */
function forQueues(body: Buffer): Buffer {
  const form = new URLSearchParams(body.toString('utf8'));
  const by = messagesByProtocol(form);
  form.set('Message', by.sqs ?? by.default);
  form.delete('MessageStructure');
  return Buffer.from(form.toString());
}
