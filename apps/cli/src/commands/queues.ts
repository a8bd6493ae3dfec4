import { GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { type Account, intakes, queueDepth } from '@trade-matching/account';
import { type Command, newCommand, renderTable } from '@trade-matching/command-line';
import { environmentOption, jsonLinesOption, withAccount } from '../environment.ts';

export const queuesCommand: Command = ({ say, columns }) =>
  newCommand({
    name: 'queues',
    summary: 'how full the queues are, the age of their oldest message, the dead letters, and what is paused',
    description:
      'Shows for each queue the messages that wait, those in flight, and the age of the oldest; of a queue of documents also whether its intake is Enabled, or Disabled by "pause".',
    examples: ['', "--env production --json | jq 'select(.dead_letters and .waiting > 0)'"],
    notes: 'The age comes from CloudWatch, which the sandbox does not have: there it is empty.',
  })
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action(({ env, json }) =>
      withAccount(env, async (account) => {
        const states = await intakes(account);
        const queues = await Promise.all(
          queueNames(account).map(async (each) => {
            const intake = states?.find(({ queue }) => queue === each.queue)?.state;
            return { ...(await describe(account, each)), ...(intake === undefined ? {} : { intake }) };
          }),
        );
        if (json) for (const queue of queues) say(JSON.stringify(queue));
        else say(tableOf(queues, columns));
      }),
    );

type Described = Awaited<ReturnType<typeof describe>> & { readonly intake?: string };

function tableOf(queues: readonly Described[], columns: number): string {
  const right = { align: 'right' } as const;
  return renderTable(
    [
      { head: 'queue' },
      { head: 'waiting', ...right },
      { head: 'in flight', ...right },
      { head: 'oldest', ...right },
      { head: '' },
    ],
    queues.map(({ queue, waiting, in_flight, oldest_seconds, dead_letters, intake }) => [
      queue,
      String(waiting),
      String(in_flight),
      oldest_seconds === undefined ? '' : `${oldest_seconds} s`,
      dead_letters && waiting + in_flight > 0 ? 'dead letters: see the runbook' : intakeText(intake),
    ]),
    columns,
  );
}

/** Nothing of what runs as ever. */
function intakeText(intake: string | undefined): string {
  if (intake === 'Disabled') return 'paused: resume it when its cause is over';
  return intake === undefined || intake === 'Enabled' ? '' : intake;
}

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
