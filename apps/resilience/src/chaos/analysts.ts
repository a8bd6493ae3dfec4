import { type Account, connect, decideCase, pairAnew } from '@trade-matching/account';
import { type CaseCommand, type CaseRecord, CaseStore, type DecidedPair } from '@trade-matching/cases';
import type { TradeRecord } from '@trade-matching/domain';
import type { SeededChoice } from '@trade-matching/local-aws/faults';
import { type System, scanTable } from '@trade-matching/sandbox/system';

const PEOPLE = ['ana', 'ben', 'cem'] as const;

/** A decision that an analyst was told is written. */
export interface Decision {
  readonly case_id: string;
  readonly event_id: string;
  readonly actor: string;
}

/** What was decided last of two trades on a case. */
export interface PairDecided {
  readonly pair: DecidedPair;
  readonly decision: 'forced' | 'forbidden' | 'by rules';
  /** Of the event in its case. */
  readonly sequence: number;
}

/**
 * Analysts who decide open cases while documents still come, two of them about one case at the same time, who force and
 * forbid pairs and take that back, and who send a decision again when its answer is lost.
 */
export class Analysts {
  readonly decisions: Decision[] = [];
  /** By case. */
  readonly pairs = new Map<string, PairDecided>();
  private readonly system: System;
  private readonly account: Account;
  private readonly cases: CaseStore;
  private readonly choice: SeededChoice;
  private commands = 0;

  private constructor(system: System, account: Account, choice: SeededChoice) {
    this.system = system;
    this.account = account;
    this.cases = new CaseStore(account.records, account.names.casesTable);
    this.choice = choice;
  }

  static async of(system: System, choice: SeededChoice): Promise<Analysts> {
    const { endpoint, region, accountId: account } = system.aws;
    // Through what fails: a decision must take effect all the same.
    const service = system.proxy.endpoint;
    return new Analysts(system, await connect('local', { endpoint, region, account, service }), choice);
  }

  /** Each looks at what is open, and does something about some of it. */
  async look(): Promise<void> {
    const partners = await this.partnersOfLookAlikes();
    let cursor: string | undefined;
    do {
      const page = await this.cases.open('all', { limit: 100, ...(cursor === undefined ? {} : { cursor }) });
      await Promise.all(page.cases.flatMap((record) => PEOPLE.map((actor) => this.decide(record, actor, partners))));
      cursor = page.cursor;
    } while (cursor !== undefined);
    for (const case_id of this.pairs.keys()) await this.takeBack(case_id);
  }

  /** Lets every decision on a pair take effect that may not have, its service having failed. */
  async settle(): Promise<void> {
    for (const { pair } of this.pairs.values()) {
      const effect = await pairAnew(this.account, Object.values(pair));
      if (effect.kind === 'not-now') throw new Error(`A decision does not take effect: ${effect.why}`);
    }
  }

  close(): void {
    this.account.close();
  }

  private async decide(record: CaseRecord, actor: string, partners: ReadonlyMap<string, string>): Promise<void> {
    const { case_id, facts, proposal, revision, origin, state } = record;
    const wish = this.choice('decision', case_id, actor, revision);
    const partner = partners.get(origin.subject.id);
    if (proposal !== undefined) {
      await this.act(record, actor, { command: wish < 0.7 ? 'approve' : 'refuse', proposal: proposal.id });
    } else if (partner !== undefined && state === 'OPEN' && wish < 0.8) {
      const pair = { bank_trade_key: origin.subject.id, counterparty_trade_key: partner };
      await this.act(record, actor, { command: 'force_pair', pair });
    } else if (facts.status === 'MISMATCHED' && wish > 0.85) {
      const { bank_trade_key = '', counterparty_trade_key = '' } = origin;
      await this.act(record, actor, { command: 'forbid_pair', pair: { bank_trade_key, counterparty_trade_key } });
    } else if (wish < 0.3) await this.act(record, actor, { command: 'accept', seen: facts.seen });
    else if (wish < 0.5) await this.act(record, actor, { command: 'assign', assignee: actor });
    else if (wish < 0.6) await this.act(record, actor, { command: 'comment' });
  }

  /** Now and then somebody decided wrongly. */
  private async takeBack(case_id: string): Promise<void> {
    const record = await this.cases.case(case_id);
    if (!record?.pair || this.choice('taken back', case_id, record.revision) >= 0.1) return;
    await this.act(record, 'ben', { command: 'reopen' });
  }

  private async act({ case_id, pair: before }: CaseRecord, actor: string, told: Partial<CaseCommand>): Promise<void> {
    const event_id = `${actor}-${++this.commands}`;
    const at = new Date().toISOString();
    const command = { case_id, event_id, at, actor, reason: 'OTHER', comment: 'chaos', ...told } as CaseCommand;
    // Its answer may be lost, and both tries may be on their way at once.
    const tries = this.choice('answer lost', event_id) < 0.3 ? [1, 2] : [1];
    const results = await Promise.all(tries.map(() => decideCase(this.account, this.cases, command)));
    const written = results.find((result) => result.kind === 'written');
    if (!written) return;
    this.decisions.push({ case_id, event_id, actor });
    const { action, sequence } = written.event;
    const pair = 'pair' in written.event ? written.event.pair : before;
    if (pair && (action === 'PAIR_FORCED' || action === 'PAIR_FORBIDDEN' || action === 'REOPENED')) {
      const decision = action === 'PAIR_FORCED' ? 'forced' : action === 'PAIR_FORBIDDEN' ? 'forbidden' : 'by rules';
      if (sequence > (this.pairs.get(case_id)?.sequence ?? 0)) this.pairs.set(case_id, { pair, decision, sequence });
      // It may fail, as every post may: a document or a later look brings it about.
      await pairAnew(this.account, Object.values(pair));
    }
  }

  /** Keys of ours of which two look-alikes are stored, each with that of the one which a person knows to be right. */
  private async partnersOfLookAlikes(): Promise<Map<string, string>> {
    const items = await scanTable(this.account.dynamodb, this.system.names.tradesTable);
    const current = items.filter(({ pk, sk }) => sk === 'CURRENT' && String(pk).startsWith('TRADE#'));
    const trades = current as unknown as TradeRecord[];
    const numberOf = ({ s3_key }: TradeRecord, name: RegExp) => name.exec(s3_key)?.[1];
    const right = new Map(
      trades.flatMap((trade) => {
        const number = numberOf(trade, /\/(\d+) A\.pdf$/);
        return number === undefined ? [] : [[number, trade.trade_key] as const];
      }),
    );
    return new Map(
      trades.flatMap((trade) => {
        const partner = right.get(numberOf(trade, /\/(\d+) alike\.pdf$/) ?? '');
        return partner === undefined ? [] : [[trade.trade_key, partner] as const];
      }),
    );
  }
}
