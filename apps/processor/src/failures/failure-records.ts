import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

/** A failure with a notification: `pk` names it, `sk` its version. */
export interface FailureRecord {
  readonly pk: string;
  readonly sk: string;
  readonly [attribute: string]: unknown;
}

/** `elsewhere`: another delivery is telling it right now; whether that succeeds is not known yet. */
export type Notified = 'notified' | 'known' | 'elsewhere';

/** The failures that were notified, in the ledger's table beside the documents. */
export class FailureRecords {
  private readonly dynamodb: DynamoDBClient;
  private readonly table: string;

  constructor(dynamodb: DynamoDBClient, table: string) {
    this.dynamodb = dynamodb;
    this.table = table;
  }

  /**
   * Tells once, whoever else was given the same event: reserves, tells, remembers. Where the function dies after it has
   * sent, it is sent a second time when the reservation has ended, rather than never.
   *
   * @param invocationEnds milliseconds since the epoch: what is not sent by then was cut off
   */
  async notifyOnce(record: FailureRecord, invocationEnds: number, tell: () => Promise<void>): Promise<Notified> {
    const standing = await this.reserve(record, invocationEnds);
    if (standing !== 'reserved') return standing;
    await tell();
    await this.dynamodb.send(
      new UpdateItemCommand({
        TableName: this.table,
        Key: marshall({ pk: record.pk, sk: record.sk }),
        UpdateExpression: 'SET told_at = :now REMOVE notifying_until, notifying_by',
        ExpressionAttributeValues: marshall({ ':now': new Date().toISOString() }),
      }),
    );
    return 'notified';
  }

  private async reserve(record: FailureRecord, invocationEnds: number): Promise<'reserved' | 'known' | 'elsewhere'> {
    const notifying_by = randomUUID();
    const notifying_until = new Date(invocationEnds).toISOString();
    try {
      await this.dynamodb.send(
        new PutItemCommand({
          TableName: this.table,
          Item: marshall({ ...record, notifying_by, notifying_until }, { removeUndefinedValues: true }),
          // New, or reserved by somebody whose time is over before they remembered.
          ConditionExpression: 'attribute_not_exists(pk) OR notifying_until < :now',
          ExpressionAttributeValues: marshall({ ':now': new Date().toISOString() }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return 'reserved';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      // The SDK repeats a call whose answer was lost: then the reservation that stands is this one.
      if (error.Item?.notifying_by?.S === notifying_by) return 'reserved';
      return error.Item?.told_at === undefined ? 'elsewhere' : 'known';
    }
  }
}
