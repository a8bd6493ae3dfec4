import type { Agent } from 'node:http';
import type { Clock } from '../../clock/index.ts';
import type { AwsCall, AwsResponse } from '../aws-call.ts';
import { forward } from '../forward.ts';
import { indexKeyRefusal } from './index-key-limits.ts';
import { LaggingIndexes } from './lagging-indexes.ts';
import { type CreateTableRequest, type Item, TableDefinitions } from './table-definitions.ts';

export interface DynamoDbApiOptions {
  readonly agent: Agent;
  /** Where the tables are. */
  readonly url: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Milliseconds, asked for each write; undefined where indexes have it at once. */
  readonly indexLag?: (item: string) => number;
}

/** The embedded DynamoDB did not do what this layer in front of it asked for. */
export class DynamoDbApiError extends Error {
  override readonly name = 'DynamoDbApiError';
}

/** DynamoDB: the embedded one, with what AWS has and it has not. */
export class DynamoDbApi {
  private readonly options: DynamoDbApiOptions;
  private readonly tables = new TableDefinitions();
  private indexes: LaggingIndexes | undefined;

  constructor(options: DynamoDbApiOptions) {
    this.options = options;
  }

  async handle(call: AwsCall): Promise<AwsResponse> {
    const { agent, url } = this.options;
    const request = JSON.parse(call.body.toString('utf8')) as {
      readonly TableName?: string;
      readonly IndexName?: string;
    };
    const refusal = indexKeyRefusal(this.tables, call.action, request);
    if (refusal) return refusal;
    const indexes = this.lagging(call);
    if (indexes && request.IndexName !== undefined) {
      const TableName = await indexes.tableToRead(request.TableName ?? '');
      return forward(agent, url, { ...call, body: Buffer.from(JSON.stringify({ ...request, TableName })) });
    }
    const answer = await forward(agent, url, call);
    if (answer.status !== 200) return answer;
    if (call.action === 'CreateTable') {
      this.tables.created(request as CreateTableRequest);
      await indexes?.created(request as CreateTableRequest);
    }
    await indexes?.wrote(call.action, request);
    return answer;
  }

  /** Made at the first call, whose signature its own calls carry: the embedded DynamoDB asks for one, and checks none. */
  private lagging(call: AwsCall): LaggingIndexes | undefined {
    const { indexLag: lag, clock } = this.options;
    if (lag === undefined) return undefined;
    this.indexes ??= new LaggingIndexes({
      tables: this.tables,
      clock,
      lag,
      ask: (action, request) => this.ask(call, action, request),
    });
    return this.indexes;
  }

  private async ask(as: AwsCall, action: string, request: object): Promise<{ readonly Item?: Item }> {
    const headers = { ...as.headers, 'x-amz-target': `DynamoDB_20120810.${action}` };
    const call = { ...as, headers, body: Buffer.from(JSON.stringify(request)) };
    const { status, body } = await forward(this.options.agent, this.options.url, call);
    const text = body.toString('utf8');
    if (status !== 200) throw new DynamoDbApiError(`${action} on the copy of a table answered ${status}: ${text}`);
    return JSON.parse(text) as { readonly Item?: Item };
  }
}
