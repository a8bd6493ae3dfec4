import { type Account, connect } from '@trade-matching/account';
import { type CaseCommand, type CaseRecord, CaseStore } from '@trade-matching/cases';
import type { SeededChoice } from '@trade-matching/local-aws/faults';
import type { System } from '@trade-matching/sandbox/system';

const PEOPLE = ['ana', 'ben', 'cem'] as const;

/** A decision that an analyst was told is written. */
export interface Decision {
  readonly case_id: string;
  readonly event_id: string;
  readonly actor: string;
}

/**
 * Analysts who decide open cases while documents still come, two of them about one case at the same time, and who send a
 * decision again when its answer is lost.
 */
export class Analysts {
  readonly decisions: Decision[] = [];
  private readonly account: Account;
  private readonly cases: CaseStore;
  private readonly choice: SeededChoice;
  private commands = 0;

  private constructor(account: Account, choice: SeededChoice) {
    this.account = account;
    this.cases = new CaseStore(account.records, account.names.casesTable);
    this.choice = choice;
  }

  static async of(system: System, choice: SeededChoice): Promise<Analysts> {
    const { endpoint, region, accountId: account } = system.aws;
    return new Analysts(await connect('local', { endpoint, region, account }), choice);
  }

  /** Each looks at what is open, and does something about some of it. */
  async look(): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await this.cases.open('all', { limit: 100, ...(cursor === undefined ? {} : { cursor }) });
      await Promise.all(page.cases.flatMap((record) => PEOPLE.map((actor) => this.decide(record, actor))));
      cursor = page.cursor;
    } while (cursor !== undefined);
  }

  close(): void {
    this.account.close();
  }

  private async decide({ case_id, facts, proposal, revision }: CaseRecord, actor: string): Promise<void> {
    const wish = this.choice('decision', case_id, actor, revision);
    const told =
      proposal === undefined
        ? wish < 0.3
          ? { command: 'accept', seen: facts.seen }
          : wish < 0.5
            ? { command: 'assign', assignee: actor }
            : wish < 0.6
              ? { command: 'comment' }
              : undefined
        : { command: wish < 0.7 ? 'approve' : 'refuse', proposal: proposal.id };
    if (!told) return;
    const event_id = `${actor}-${++this.commands}`;
    const at = new Date().toISOString();
    const command = { case_id, event_id, at, actor, reason: 'OTHER', comment: 'chaos', ...told } as CaseCommand;
    // Its answer may be lost, and both tries may be on their way at once.
    const tries = this.choice('answer lost', event_id) < 0.3 ? [1, 2] : [1];
    const results = await Promise.all(tries.map(() => this.cases.act(command)));
    if (results.some(({ kind }) => kind === 'written')) this.decisions.push({ case_id, event_id, actor });
  }
}
