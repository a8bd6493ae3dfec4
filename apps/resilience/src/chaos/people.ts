import { type Account, connect, type FailedDocument, failedDocuments, redriveDocument } from '@trade-matching/account';
import type { SeededChoice } from '@trade-matching/local-aws/faults';
import type { System } from '@trade-matching/sandbox/system';
import type { ExpectedUpload, Story } from './stories.ts';

/** What operators did about dead letters. */
export interface PeoplesWork {
  redriven: number;
  uploadedAgain: number;
}

/** Operators who look at what has failed, and put it back or upload it again. */
export class Operators {
  readonly work: PeoplesWork = { redriven: 0, uploadedAgain: 0 };
  /** The last upload of each story, by key: again, it is the newest as before. */
  private readonly last: ReadonlyMap<string, ExpectedUpload>;
  private readonly seen = new Map<string, number>();
  private readonly system: System;
  private readonly account: Account;
  private readonly choice: SeededChoice;

  private constructor(system: System, account: Account, stories: readonly Story[], choice: SeededChoice) {
    this.system = system;
    this.account = account;
    this.choice = choice;
    const last = stories.map((story) => story.at(-1)).filter((upload) => upload !== undefined);
    this.last = new Map(last.map((upload) => [upload.key, upload]));
  }

  static async of(system: System, stories: readonly Story[], choice: SeededChoice): Promise<Operators> {
    const { endpoint, region, accountId: account } = system.aws;
    return new Operators(system, await connect('local', { endpoint, region, account }), stories, choice);
  }

  /** Puts back every dead letter, or uploads it again; answers how many there were. */
  async settle(): Promise<number> {
    let count = 0;
    for await (const document of failedDocuments(this.account, '')) {
      if (document.reason !== 'DEAD_LETTER') continue;
      count += 1;
      await this.settleOne(document);
    }
    return count;
  }

  private async settleOne(document: FailedDocument): Promise<void> {
    const time = (this.seen.get(document.originalKey) ?? 0) + 1;
    this.seen.set(document.originalKey, time);
    const upload = this.last.get(document.originalKey);
    if (upload && this.choice('upload again', document.originalKey, time) < 0.3) {
      await this.system.upload(upload);
      this.work.uploadedAgain += 1;
    } else if ((await redriveDocument(this.account, document)) === 'redriven') this.work.redriven += 1;
  }

  close(): void {
    this.account.close();
  }
}
