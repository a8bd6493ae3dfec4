/** Who calls, for a document. */
export type Caller = 'processor' | 'matching-service';

/** What one good document costs each program, as counted where the calls arrive. */
export interface CountedDocument {
  readonly calls: Readonly<Record<Caller, Readonly<Record<string, number>>>>;
  /** DynamoDB's request units, indexes and transactions included. */
  readonly writeUnits: Readonly<Record<Caller, number>>;
  readonly readUnits: Readonly<Record<Caller, number>>;
  /** Of the write units, those of the indexes by status and day. */
  readonly statusDayUnits: Readonly<Record<Caller, number>>;
}

const PROCESSOR_CALLS = {
  's3:GetObject': 1,
  'dynamodb:UpdateItem': 2,
  'http:POST': 1,
  's3:CopyObject': 1,
  's3:DeleteObject': 1,
};

/**
 * Counted in the sandbox for an interest rate swap: the document that comes first, and the one that matches it. A check
 * (`.ci/checks/calls`) counts again and holds this to it.
 */
export const COUNTED: { readonly first: CountedDocument; readonly second: CountedDocument } = {
  first: {
    calls: {
      processor: PROCESSOR_CALLS,
      'matching-service': {
        'dynamodb:GetItem': 3,
        's3:GetObject': 1,
        'dynamodb:TransactWriteItems': 1,
        'dynamodb:Query': 3,
      },
    },
    writeUnits: { processor: 7, 'matching-service': 28 },
    readUnits: { processor: 0, 'matching-service': 6 },
    statusDayUnits: { processor: 3, 'matching-service': 4 },
  },
  second: {
    calls: {
      processor: PROCESSOR_CALLS,
      'matching-service': {
        'dynamodb:GetItem': 4,
        's3:GetObject': 1,
        'dynamodb:TransactWriteItems': 2,
        'dynamodb:Query': 6,
        'sns:Publish': 1,
        'dynamodb:UpdateItem': 1,
      },
    },
    writeUnits: { processor: 10, 'matching-service': 94 },
    readUnits: { processor: 0, 'matching-service': 11 },
    statusDayUnits: { processor: 4, 'matching-service': 28 },
  },
};

/** Bytes that a document prints to each log, rounded to what does not change from run to run. */
export const LOG_BYTES: Readonly<Record<Caller, number>> = { processor: 1_500, 'matching-service': 1_200 };

const PAIR = [COUNTED.first, COUNTED.second];

/** How often a call is made for a document, mean of a pair; of one caller, or of both. */
export function callsEach(call: string, caller?: Caller): number {
  const callers: readonly Caller[] = caller === undefined ? ['processor', 'matching-service'] : [caller];
  return mean(PAIR.map(({ calls }) => sum(callers.map((each) => calls[each][call] ?? 0))));
}

/** All calls of one caller for a document, mean of a pair. */
export function callNames(caller: Caller): string[] {
  return [...new Set(PAIR.flatMap(({ calls }) => Object.keys(calls[caller])))];
}

/** Request units a document, mean of a pair; of one caller, or of both. */
export function unitsEach(kind: 'writeUnits' | 'readUnits' | 'statusDayUnits', caller?: Caller): number {
  return mean(
    PAIR.map((document) =>
      caller === undefined ? document[kind].processor + document[kind]['matching-service'] : document[kind][caller],
    ),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
