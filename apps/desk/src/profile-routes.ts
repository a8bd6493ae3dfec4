import { type Account, dryRun } from '@trade-matching/account';
import { ProfileStore, ProfilesRefusedError, type ProfileVersion } from '@trade-matching/cases';
import {
  BUILT_IN_PROFILES,
  diffProfiles,
  type ProfileDifference,
  ProfilesError,
  parseProfiles,
} from '@trade-matching/matching';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { fail, invalid, type Variables } from './answers.ts';
import { may, type Role } from './people.ts';
import {
  dryRunShape,
  profilesApprovalShape,
  profilesProposalShape,
  profilesRestorationShape,
  profilesShape,
} from './request-shapes.ts';

export interface ProfileRoutesOptions {
  readonly account: Account;
  readonly now: () => string;
  readonly log: (level: 'info' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** `OUTDATED`: it was proposed beside another active version, and cannot be approved any more. */
export type VersionState = 'ACTIVE' | 'REPLACED' | 'PROPOSED' | 'OUTDATED';
export type VersionView = ProfileVersion & { readonly state: VersionState };

/** Every version, the newest first. */
export interface ProfilesView {
  /** 0 where none is: the built-in profiles hold. */
  readonly active: number;
  readonly versions: readonly VersionView[];
  /** Where the history is not what was written. */
  readonly broken_at?: number;
}

export type ProfileChange = ProfileDifference;

/** Stored pairs that would have another status. */
export interface DryRunView {
  readonly compared: number;
  readonly changed: number;
  /** The first of them. */
  readonly rows: readonly {
    readonly match_id: string;
    readonly references: string;
    readonly counterparty: string;
    readonly from: string;
    readonly to: string;
    /** The active profiles make that of it as well, once it is compared anew. */
    readonly by_active: boolean;
  }[];
}

const MAX_ROWS = 200;
const DAY_MS = 86_400_000;

const versionShape = z.coerce.number().int().min(1).max(99_999_999);

/** Matching profiles on the record (M11): read, compared, tried, proposed, and approved by a second person. */
export function profileRoutes({ account, now, log }: ProfileRoutesOptions) {
  const routes = new Hono<{ Variables: Variables }>();
  const store = new ProfileStore(account.records, account.names.casesTable);
  const active = async () => {
    const { active: found } = await store.head();
    return found ? parseProfiles(found.json) : BUILT_IN_PROFILES;
  };
  const lacks = (c: Context<{ Variables: Variables }>, role: Role, what: string) => {
    const person = c.get('person');
    if (may(person, role)) return undefined;
    return fail(c, 403, 'FORBIDDEN', `${person.name} may not ${what}: that takes the role ${role}.`);
  };

  routes.use('/profiles/*', bodyLimit({ maxSize: 300 * 1024 }));
  routes.use('/profiles', bodyLimit({ maxSize: 300 * 1024 }));

  routes.get('/profiles', async (c) => {
    const [head, versions, brokenAt] = [await store.head(), await store.versions(), await store.brokenAt()];
    const number = head.active?.version ?? 0;
    const view: ProfilesView = {
      active: number,
      versions: versions.map((each) => ({ ...each, state: stateOf(each, number) })).reverse(),
      ...(brokenAt !== undefined && { broken_at: brokenAt }),
    };
    return c.json(view);
  });

  // Both ask, and write nothing.
  routes.post('/profiles/diff', async (c) => {
    const body = profilesShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    return written(c, async () => ({ differences: diffProfiles(await active(), parseProfiles(body.data.json)) }));
  });
  routes.post('/profiles/dry-run', async (c) => {
    const refused = lacks(c, 'analyst', 'try profiles');
    if (refused) return refused;
    const body = dryRunShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    return written(c, async () => {
      const profiles = { active: await active(), proposed: parseProfiles(body.data.json) };
      const today = Date.parse(now());
      const days = Array.from({ length: body.data.days + 1 }, (_, back) =>
        new Date(today - back * DAY_MS).toISOString().slice(0, 10),
      );
      const { compared, changes } = await dryRun(account, days, profiles);
      const rows = changes.slice(0, MAX_ROWS).map(({ match, to, active: by }) => ({
        match_id: match.match_id,
        references: [match.bank_trade_id, match.counterparty_trade_id].filter(Boolean).join(' / '),
        counterparty: match.about?.counterparty_name ?? '',
        ...{ from: match.status, to, by_active: by === to },
      }));
      return { compared, changed: changes.length, rows } satisfies DryRunView;
    });
  });

  routes.post('/profiles', async (c) => {
    const refused = lacks(c, 'analyst', 'propose profiles');
    if (refused) return refused;
    const body = profilesProposalShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const actor = c.get('person').id;
    return written(c, async () => {
      const { version } = await store.propose(body.data.json, actor, now(), body.data.comment, body.data.proposal_id);
      log('info', 'profiles proposed', { version, actor });
      return { version };
    });
  });

  routes.post('/profiles/:version/:what{approve|restore}', async (c) => {
    const what = c.req.param('what') === 'approve' ? 'approve' : 'restore';
    const refused = lacks(c, what === 'approve' ? 'approver' : 'analyst', `${what} profiles`);
    if (refused) return refused;
    const number = versionShape.safeParse(c.req.param('version'));
    const shape = what === 'restore' ? profilesRestorationShape : profilesApprovalShape;
    const body = shape.safeParse(await c.req.json().catch(() => undefined));
    if (!number.success) return invalid(c, number.error);
    if (!body.success) return invalid(c, body.error);
    const actor = c.get('person').id;
    return written(c, async () => {
      const id = 'proposal_id' in body.data ? String(body.data.proposal_id) : undefined;
      const { version } = await store[what](number.data, actor, now(), body.data.comment, id);
      log('info', `profiles: ${what}`, { version, actor });
      return { version };
    });
  });
  return routes;
}

function stateOf({ version, approved_by, based_on }: ProfileVersion, active: number): VersionState {
  if (version === active) return 'ACTIVE';
  if (approved_by !== undefined) return 'REPLACED';
  return based_on === active ? 'PROPOSED' : 'OUTDATED';
}

/** The answer, or why there is none: profiles that do not fit, or what the record refuses. */
async function written(c: Context, write: () => Promise<object>): Promise<Response> {
  try {
    return c.json(await write());
  } catch (error) {
    if (error instanceof ProfilesError) return fail(c, 422, 'PROFILES_DO_NOT_FIT', error.message);
    if (error instanceof ProfilesRefusedError) return fail(c, 422, 'REFUSED', error.message);
    throw error;
  }
}
