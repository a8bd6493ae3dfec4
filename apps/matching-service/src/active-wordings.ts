import { counterpartyKey, type WordingsHead } from '@trade-matching/cases';
import type { AcceptedWording, Trade } from '@trade-matching/domain';

/** Milliseconds: how soon an accepted wording is read by. */
const KEPT_FOR = 10_000;

export interface ActiveWordingsOptions {
  readonly head: () => Promise<WordingsHead>;
  readonly warn: (message: string) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/**
 * The wordings in force. Where they cannot be read, those from before hold, or none: without them a term is an other term,
 * and the pair is for review; nothing is read wrongly.
 */
export class ActiveWordings {
  private readonly options: ActiveWordingsOptions;
  private readonly now: () => number;
  private kept: { readonly accepted: readonly AcceptedWording[]; readonly at: number } | undefined;

  constructor(options: ActiveWordingsOptions) {
    this.options = options;
    this.now = options.now ?? Date.now;
  }

  /** Those for a document of this trade's counterparty, from memory while they are fresh. */
  async of({ counterparty_name }: Pick<Trade, 'counterparty_name'>): Promise<readonly AcceptedWording[]> {
    const own = counterparty_name === undefined ? undefined : counterpartyKey(counterparty_name);
    return (await this.read()).filter(
      ({ counterparty }) => counterparty === undefined || counterpartyKey(counterparty) === own,
    );
  }

  private async read(): Promise<readonly AcceptedWording[]> {
    if (this.kept && this.now() < this.kept.at + KEPT_FOR) return this.kept.accepted;
    try {
      const { accepted } = await this.options.head();
      this.kept = { accepted, at: this.now() };
    } catch (error) {
      this.options.warn(`The wordings in force could not be read: ${String(error)}`);
    }
    return this.kept?.accepted ?? [];
  }
}
