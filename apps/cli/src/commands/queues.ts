import { GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { type Account, queueDepth } from '@trade-matching/account';
import { type Command, readArguments, renderTable } from '@trade-matching/command-line';
import { ENVIRONMENT_HELP, ENVIRONMENT_OPTIONS, withAccount } from '../environment.ts';

export const queuesCommand: Command = {
  name: 'queues',
  summary: 'how full the queues are, how old their oldest message is, and what is in the dead-letter queues',
  help: `Shows each queue: messages that wait, messages that are being processed, the age of the oldest.

Usage
  npm run -s cli -- queues [--env ENVIRONMENT] [--json]

Options
${ENVIRONMENT_HELP}

Examples
  npm run -s cli -- queues
  npm run -s cli -- queues --env production --json | jq 'select(.dead_letters and .waiting > 0)'

The age comes from CloudWatch, which the sandbox has not; there it is empty.`,

  async run(args, { say, columns }) {
    const { values } = readArguments({ args: [...args], options: ENVIRONMENT_OPTIONS });
    return withAccount(values.env, async (account) => {
      const queues = await Promise.all(queueNames(account).map((queue) => describe(account, queue)));
      if (values.json) {
        for (const queue of queues) say(JSON.stringify(queue));
        return 0;
      }
      const rows = queues.map(({ queue, waiting, in_flight, oldest_seconds, dead_letters }) => [
        queue,
        String(waiting),
        String(in_flight),
        oldest_seconds === undefined ? '' : `${oldest_seconds} s`,
        dead_letters && waiting + in_flight > 0 ? 'dead letters: see the runbook' : '',
      ]);
      const right = { align: 'right' } as const;
      say(
        renderTable(
          [
            { head: 'queue' },
            { head: 'waiting', ...right },
            { head: 'in flight', ...right },
            { head: 'oldest', ...right },
            { head: '' },
          ],
          rows,
          columns,
        ),
      );
      return 0;
    });
  },
};

interface QueueName {
  readonly queue: string;
  readonly dead_letters: boolean;
}

function queueNames({ names }: Account): QueueName[] {
  const work = [...Object.values(names.documentQueue), names.failedProcessingQueue];
  const dead = [...Object.values(names.documentDeadLetterQueue), names.failedProcessingDeadLetterQueue];
  return [
    ...work.map((queue) => ({ queue, dead_letters: false })),
    ...dead.map((queue) => ({ queue, dead_letters: true })),
  ];
}

async function describe({ sqs, cloudwatch }: Account, { queue, dead_letters }: QueueName) {
  const depth = await queueDepth(sqs, queue);
  const oldest = cloudwatch && (await oldestMessage(cloudwatch, queue));
  return {
    queue,
    dead_letters,
    waiting: depth.waiting,
    in_flight: depth.inFlight,
    ...(oldest === undefined ? {} : { oldest_seconds: oldest }),
  };
}

async function oldestMessage(
  cloudwatch: NonNullable<Account['cloudwatch']>,
  queue: string,
): Promise<number | undefined> {
  const now = Date.now();
  const { Datapoints = [] } = await cloudwatch.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateAgeOfOldestMessage',
      Dimensions: [{ Name: 'QueueName', Value: queue }],
      StartTime: new Date(now - 600_000),
      EndTime: new Date(now),
      Period: 60,
      Statistics: ['Maximum'],
    }),
  );
  const latest = Datapoints.sort((a, b) => Number(b.Timestamp) - Number(a.Timestamp))[0];
  return latest?.Maximum;
}
