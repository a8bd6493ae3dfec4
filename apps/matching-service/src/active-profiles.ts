import type { ProfilesHead } from '@trade-matching/cases';
import { type Profiles, parseProfiles } from '@trade-matching/matching';

/** Milliseconds: how soon an approved version is compared by. */
const KEPT_FOR = 10_000;
/** How long what was read last holds while the table does not answer. */
const MAX_STALE_MS = 15 * 60_000;

export interface ActiveProfilesOptions {
  readonly head: () => Promise<ProfilesHead>;
  /** What holds while no version was ever approved. */
  readonly configured: Profiles;
  readonly warn: (message: string) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** The profiles in force: the version on the record that two people made active, without a deployment. */
export class ActiveProfiles {
  private readonly options: ActiveProfilesOptions;
  private readonly now: () => number;
  private kept: { readonly profiles: Profiles; readonly hash: string | undefined; readonly at: number } | undefined;
  private flight: Promise<Profiles> | undefined;

  constructor(options: ActiveProfilesOptions) {
    this.options = options;
    this.now = options.now ?? Date.now;
  }

  /**
   * Reads the profiles, from memory while they are fresh. Reads at one time share one question.
   *
   * @throws what the table answers, where it cannot be read and nothing was read before: a pair is rather compared later than
   *   by other tolerances
   */
  async read(): Promise<Profiles> {
    if (this.kept && this.now() < this.kept.at + KEPT_FOR) return this.kept.profiles;
    this.flight ??= this.ask().finally(() => {
      this.flight = undefined;
    });
    return this.flight;
  }

  private async ask(): Promise<Profiles> {
    const { kept } = this;
    try {
      const { active } = await this.options.head();
      const isSame = kept !== undefined && active?.hash === kept.hash;
      // The same object for the same version: what was made of it is remembered by it.
      const profiles = isSame ? kept.profiles : active ? parseProfiles(active.json) : this.options.configured;
      this.kept = { profiles, hash: active?.hash, at: this.now() };
      return profiles;
    } catch (error) {
      if (!kept || this.now() > kept.at + MAX_STALE_MS) throw error;
      this.options.warn(`The active profiles could not be read, and those from before hold: ${String(error)}`);
      return kept.profiles;
    }
  }
}
